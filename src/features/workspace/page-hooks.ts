/** What ties a workspace to its page: opening, saving when the page goes, the timer, the keyboard, the width. */
import { useEffect, useSyncExternalStore } from 'react';
import { type Command, findCommand } from './commands.ts';
import type { Timer } from './timer-store.ts';
import type { Workspace } from './workspace-store.ts';

export type LayoutKind = 'desktop' | 'tablet' | 'phone';

const phoneQuery = '(max-width: 640px)';
const tabletQuery = '(max-width: 1100px)';

export function useLayoutKind(): LayoutKind {
  return useSyncExternalStore(
    (listener) => {
      const lists = [matchMedia(phoneQuery), matchMedia(tabletQuery)];
      for (const list of lists) list.addEventListener('change', listener);
      return () => {
        for (const list of lists) list.removeEventListener('change', listener);
      };
    },
    () => {
      if (matchMedia(phoneQuery).matches) return 'phone';
      return matchMedia(tabletQuery).matches ? 'tablet' : 'desktop';
    },
    () => 'desktop',
  );
}

/** Opens the workspace, saves when the page is hidden or left, and closes it with the page. */
export function useOpenWorkspace(workspace: Workspace, timer: Timer): void {
  useEffect(() => {
    void workspace.open().then(() => {
      timer.begin(workspace.state.getState().progress?.activeSeconds ?? 0);
    });
    const save = () => void workspace.draft.flush();
    const saveWhenHidden = () => {
      if (document.visibilityState === 'hidden') save();
    };
    const askBeforeLoss = (event: BeforeUnloadEvent) => {
      if (workspace.wouldLoseWork()) event.preventDefault();
    };
    addEventListener('pagehide', save);
    addEventListener('beforeunload', askBeforeLoss);
    document.addEventListener('visibilitychange', saveWhenHidden);
    return () => {
      removeEventListener('pagehide', save);
      removeEventListener('beforeunload', askBeforeLoss);
      document.removeEventListener('visibilitychange', saveWhenHidden);
      save();
      workspace.dispose();
    };
  }, [workspace, timer]);
}

/** Seconds between two stores of the time spent. */
const storeTimeEvery = 15;

export function useTimer(workspace: Workspace, timer: Timer): void {
  useEffect(() => {
    const store = () => {
      const seconds = timer.takeUnsaved();
      if (seconds > 0) void workspace.addActiveSeconds(seconds);
    };
    let ticks = 0;
    const interval = setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      timer.tick();
      ticks += 1;
      if (ticks % storeTimeEvery === 0) store();
    }, 1000);
    const onVisibility = () => (document.visibilityState === 'hidden' ? store() : timer.resumeClock());
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('pagehide', store);
    return () => {
      clearInterval(interval);
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('pagehide', store);
    };
  }, [workspace, timer]);
}

/** Runs commands by their shortcuts, before the editor sees the keys. */
export function useShortcuts(commands: readonly Command[]): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const command = findCommand(commands, event, isTyping(event.target));
      if (command === undefined) return;
      // A shortcut of ours never means something else now and then: it is ours even when it is not enabled.
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat && command.isEnabled()) command.run();
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [commands]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="textbox"], .native-edit-context'))
  );
}
