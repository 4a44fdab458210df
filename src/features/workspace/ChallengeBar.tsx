/** The bar above a challenge: where you are, how long it has taken, and the commands. */
import './bar.css';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AppPaths } from '../../domain/app-paths.ts';
import { isReadOnly } from '../../domain/capabilities.ts';
import type { CatalogEntry, Challenge, Track } from '../../domain/challenge.ts';
import { isProgramActive } from '../../domain/program-run.ts';
import { isActive } from '../../domain/run-state.ts';
import { Braid } from '../../ui/Braid.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { StrandState } from '../../ui/strands.ts';
import { type Command, type CommandId, toShortcutText } from './commands.ts';
import { formatClock } from './format-amount.ts';
import type { LayoutKind } from './page-hooks.ts';
import type { Timer } from './timer-store.ts';
import { words } from './words.ts';
import { isBusy, type Workspace } from './workspace-store.ts';

export interface TrackPlace {
  readonly track: Track;
  readonly states: readonly StrandState[];
  /** Counted from 1. */
  readonly place: number;
}

interface ChallengeBarProps {
  readonly challenge: Challenge;
  readonly workspace: Workspace;
  readonly timer: Timer;
  readonly showTimer: boolean;
  readonly place: TrackPlace | null;
  readonly commands: readonly Command[];
  readonly next: CatalogEntry | null;
  readonly paths: AppPaths;
  readonly layout: LayoutKind;
  /** Theme and settings. */
  readonly end: ReactNode;
}

export function ChallengeBar(props: ChallengeBarProps) {
  const { challenge, workspace, place, commands, paths, layout } = props;
  return (
    <header className="bar">
      <a className="bar__home" href={paths.home()} aria-label={words.bar.home}>
        <Mark />
      </a>
      <div className="bar__where">
        <h1>
          <InlineCode text={challenge.title} />
        </h1>
        {place !== null && (
          <div className="bar__track">
            <a href={`${paths.home()}#${place.track.slug}`}>
              <InlineCode text={place.track.title} />
            </a>
            {layout !== 'phone' && <Braid states={place.states} tile={place.states.length > 10 ? 12 : 18} />}
            <span className="num">{words.bar.position(place.place, place.states.length)}</span>
          </div>
        )}
      </div>
      <div className="bar__acts">
        {layout === 'desktop' && <Facts {...props} />}
        {layout !== 'phone' && <RunButtons {...props} />}
        <Menu label={words.bar.more} items={toMenuItems(workspace, commands)} />
        {props.end}
      </div>
    </header>
  );
}

function Facts({ challenge, workspace, timer, showTimer }: ChallengeBarProps) {
  const { seconds, isPaused } = useStore(timer.state);
  const attempts = useStore(workspace.state, (state) => state.progress?.attempts ?? 0);
  return (
    <div className="bar__facts num">
      {showTimer && (
        <span>
          <Icon name="clock" />
          {words.bar.timer(formatClock(seconds), challenge.minutes)}
          <IconButton
            icon={isPaused ? 'play' : 'pause'}
            label={isPaused ? words.bar.resumeTimer : words.bar.pauseTimer}
            onClick={() => timer.togglePause()}
          />
        </span>
      )}
      <span>{words.bar.runs(attempts)}</span>
    </div>
  );
}

function RunButtons({ workspace, commands, next, paths, layout }: ChallengeBarProps) {
  const run = useStore(workspace.state, (state) => state.run);
  const isSolved = useStore(workspace.state, (state) => (state.progress?.solvedAt ?? null) !== null);
  const isJustSolved = isSolved && run.kind === 'ended' && run.verdict.kind === 'passed';
  const isRunning = useStore(workspace.state, isBusy);
  const isBlocked = useStore(workspace.state, (state) => isReadOnly(state.obstacle));
  if (isRunning) return <CommandButton id="stop" commands={commands} workspace={workspace} />;
  if (isBlocked) return <p className="bar__blocked">{words.obstacle.bar}</p>;
  if (isJustSolved && next !== null) {
    return (
      <>
        <ButtonLink kind="main" href={paths.challenge(next.slug)} className="bar__next">
          {words.bar.next(next.title)}
        </ButtonLink>
        <Button icon="play" onClick={() => find(commands, 'submit')?.run()}>
          {words.bar.runAgain}
        </Button>
      </>
    );
  }
  return (
    <>
      <CommandButton id="run" commands={commands} workspace={workspace} />
      <CommandButton id="submit" commands={commands} workspace={workspace} />
      {layout === 'desktop' && <CommandButton id="run-file" commands={commands} workspace={workspace} />}
    </>
  );
}

interface CommandButtonProps {
  readonly id: 'run' | 'submit' | 'run-file' | 'stop';
  readonly commands: readonly Command[];
  readonly workspace: Workspace;
  /** False leaves the keys out, where there are none. */
  readonly showShortcut?: boolean;
}

const looks = {
  run: { kind: 'main', icon: 'play' },
  submit: { kind: 'plain', icon: undefined },
  'run-file': { kind: 'plain', icon: undefined },
  stop: { kind: 'stop', icon: 'stop' },
} as const;

const notes = {
  run: {},
  submit: { title: words.bar.submitNote },
  'run-file': { title: words.bar.runFileNote },
  stop: {},
} as const;

/** Run, Submit, Run file or Stop: in the bar, and within the thumb's reach on a phone. */
export function CommandButton({ id, commands, workspace, showShortcut = true }: CommandButtonProps) {
  const { run, program } = useStore(workspace.state);
  const command = find(commands, id);
  if (command === undefined) return null;
  const { kind, icon } = looks[id];
  const active = isActive(run) ? run : isProgramActive(program) ? program : null;
  const isStopping = id === 'stop' && active?.isStopping === true;
  const isQueued = id === 'stop' && active?.kind === 'waiting-for-boot';
  const title = isStopping ? words.bar.stopping : isQueued ? words.bar.cancel : command.title;
  const shortcut =
    command.shortcut === null || id === 'submit' || id === 'run-file' || !showShortcut
      ? undefined
      : toShortcutText(command.shortcut, isMac());
  return (
    <Button
      kind={kind}
      {...(icon === undefined ? {} : { icon })}
      {...(shortcut === undefined ? {} : { shortcut })}
      {...notes[id]}
      aria-keyshortcuts={toAriaKeys(command)}
      disabled={isStopping}
      onClick={command.run}
    >
      {title}
    </Button>
  );
}

/** Commands that the menu lists, a line above each group. */
const menuGroups: readonly (readonly CommandId[])[] = [
  ['run', 'submit', 'run-file', 'stop'],
  ['reset', 'undo-replace', 'show-solution', 'history', 'download'],
  ['next-failure', 'toggle-timer', 'shortcuts'],
];

function toMenuItems(workspace: Workspace, commands: readonly Command[]) {
  // Read when the menu is drawn: whether a command is enabled is asked of the command.
  void workspace;
  return menuGroups.flatMap((group, groupIndex) =>
    group.flatMap((id, index) => {
      const command = find(commands, id);
      if (command === undefined) return [];
      const { shortcut } = command;
      return [
        {
          id,
          label: command.title,
          disabled: !command.isEnabled(),
          startsGroup: index === 0 && groupIndex > 0,
          onSelect: command.run,
          ...(shortcut === null ? {} : { shortcut: toShortcutText(shortcut, isMac()) }),
        },
      ];
    }),
  );
}

function find(commands: readonly Command[], id: CommandId): Command | undefined {
  return commands.find((command) => command.id === id);
}

function toAriaKeys({ shortcut }: Command): string | undefined {
  if (shortcut === null) return undefined;
  const key = shortcut.key === 'Period' ? '.' : shortcut.key;
  return [
    shortcut.mod ? (isMac() ? 'Meta' : 'Control') : '',
    shortcut.shift ? 'Shift' : '',
    shortcut.alt ? 'Alt' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+');
}

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
