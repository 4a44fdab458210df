/** The page's commands as data: button, shortcut and menu read the same list. */
import { isReadOnly } from '../../domain/capabilities.ts';
import { words } from './words.ts';
import { isBusy, type Workspace } from './workspace-store.ts';

export interface Shortcut {
  /** `KeyboardEvent.code` for keys whose character depends on the layout, else `KeyboardEvent.key`. */
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

export type CommandId =
  | 'run'
  | 'submit'
  | 'run-file'
  | 'stop'
  | 'save'
  | 'next-failure'
  | 'focus-statement'
  | 'focus-editor'
  | 'focus-results'
  | 'reset'
  | 'undo-replace'
  | 'show-solution'
  | 'history'
  | 'download'
  | 'toggle-timer'
  | 'shortcuts';

export interface Command {
  readonly id: CommandId;
  readonly title: string;
  readonly shortcut: Shortcut | null;
  readonly isEnabled: () => boolean;
  readonly run: () => void;
}

/** What commands need of the page around the store. */
export interface CommandTargets {
  /** The learner's file that is in front, or the first one. */
  readonly programPath: () => string;
  readonly goToNextFailure: () => void;
  readonly hasFailure: () => boolean;
  readonly focusPane: (pane: 'statement' | 'editor' | 'results') => void;
  readonly showShortcuts: () => void;
  readonly confirmSolution: () => void;
  readonly showHistory: () => void;
  readonly download: () => void;
  readonly toggleTimer: () => void;
}

export function createCommands(workspace: Workspace, targets: CommandTargets): readonly Command[] {
  const { state, draft } = workspace;
  const isReady = () => draft.state.getState().phase === 'ready';
  const isRunning = () => isBusy(state.getState());
  const canRun = () => !isRunning() && !isReadOnly(state.getState().obstacle);
  const always = () => true;
  const titles = words.commands;

  return [
    {
      id: 'run',
      title: titles.run,
      shortcut: { key: 'Enter', mod: true },
      isEnabled: canRun,
      run: () => void workspace.run('visible'),
    },
    {
      id: 'submit',
      title: titles.submit,
      shortcut: { key: 'Enter', mod: true, shift: true },
      isEnabled: canRun,
      run: () => void workspace.run('all'),
    },
    {
      id: 'run-file',
      title: titles.runFile,
      shortcut: { key: 'Enter', mod: true, alt: true },
      isEnabled: canRun,
      run: () => void workspace.runProgram(targets.programPath()),
    },
    {
      id: 'stop',
      title: titles.stop,
      shortcut: { key: 'Period', mod: true },
      isEnabled: isRunning,
      run: () => workspace.stop(),
    },
    {
      id: 'save',
      title: titles.save,
      shortcut: { key: 's', mod: true },
      isEnabled: always,
      run: () => void workspace.saveNow(),
    },
    {
      id: 'next-failure',
      title: titles.nextFailure,
      shortcut: { key: 'F8' },
      isEnabled: targets.hasFailure,
      run: targets.goToNextFailure,
    },
    {
      id: 'focus-statement',
      title: titles.focusStatement,
      shortcut: { key: 'Digit1', alt: true },
      isEnabled: always,
      run: () => targets.focusPane('statement'),
    },
    {
      id: 'focus-editor',
      title: titles.focusEditor,
      shortcut: { key: 'Digit2', alt: true },
      isEnabled: always,
      run: () => targets.focusPane('editor'),
    },
    {
      id: 'focus-results',
      title: titles.focusResults,
      shortcut: { key: 'Digit3', alt: true },
      isEnabled: always,
      run: () => targets.focusPane('results'),
    },
    {
      id: 'reset',
      title: titles.reset,
      shortcut: null,
      isEnabled: isReady,
      run: () => void workspace.reset(),
    },
    {
      id: 'undo-replace',
      title: titles.undoReplace,
      shortcut: null,
      isEnabled: () => draft.state.getState().undo !== null,
      run: () => workspace.undo(),
    },
    {
      id: 'show-solution',
      title: titles.showSolution,
      shortcut: null,
      isEnabled: isReady,
      run: targets.confirmSolution,
    },
    { id: 'history', title: titles.history, shortcut: null, isEnabled: isReady, run: targets.showHistory },
    { id: 'download', title: titles.download, shortcut: null, isEnabled: isReady, run: targets.download },
    {
      id: 'toggle-timer',
      title: titles.toggleTimer,
      shortcut: null,
      isEnabled: always,
      run: targets.toggleTimer,
    },
    {
      id: 'shortcuts',
      title: titles.shortcuts,
      shortcut: { key: '?' },
      isEnabled: always,
      run: targets.showShortcuts,
    },
  ];
}

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Finds the command of a key press. `isTyping` keeps bare characters for the text they are typed into. */
export function findCommand(
  commands: readonly Command[],
  press: KeyPress,
  isTyping: boolean,
): Command | undefined {
  return commands.find(({ shortcut }) => {
    if (shortcut === null) return false;
    const isCharacter = shortcut.key.length === 1 && !shortcut.mod && !shortcut.alt;
    if (isCharacter && isTyping) return false;
    const isKey = press.key.toLowerCase() === shortcut.key.toLowerCase() || press.code === shortcut.key;
    const mod = press.ctrlKey || press.metaKey;
    const hasShift = isCharacter || press.shiftKey === (shortcut.shift ?? false);
    return isKey && mod === (shortcut.mod ?? false) && press.altKey === (shortcut.alt ?? false) && hasShift;
  });
}

/** How a shortcut is written on this kind of keyboard: `Ctrl+Shift+Enter` or `⇧⌘↵`. */
export function toShortcutText(shortcut: Shortcut, isMac: boolean): string {
  const names: Readonly<Record<string, string>> = { Enter: '↵', Period: '.' };
  const key = names[shortcut.key] ?? shortcut.key.replace(/^Digit/, '').toUpperCase();
  if (isMac) {
    return [shortcut.alt ? '⌥' : '', shortcut.shift ? '⇧' : '', shortcut.mod ? '⌘' : '', key].join('');
  }
  return [shortcut.mod ? 'Ctrl' : '', shortcut.alt ? 'Alt' : '', shortcut.shift ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join(' ');
}
