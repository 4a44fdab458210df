/** A frame without a browser: it records commands and says what the test tells it to say. */
import type { FrameCommand, FrameEvent } from '../../protocol.ts';
import type { FrameLink } from '../frame-link.ts';

export interface FakeFrame extends FrameLink {
  readonly commands: FrameCommand[];
  say(event: FrameEvent | unknown): void;
  /** The command last posted of a type; throws when there is none. */
  last<T extends FrameCommand['type']>(type: T): Extract<FrameCommand, { type: T }>;
  isClosed(): boolean;
}

export interface FakeFrameHabits {
  readonly hasSharedMemory: boolean;
  readonly hasStackSwitching: boolean;
  /** Booting interpreters report ready at once. */
  readonly boots: boolean;
  /** Runs are taken at once. */
  readonly takesRuns: boolean;
  readonly answersPings: boolean;
}

const goodHabits: FakeFrameHabits = {
  hasSharedMemory: true,
  hasStackSwitching: true,
  boots: true,
  takesRuns: true,
  answersPings: true,
};

export function createFakeFrame(changes: Partial<FakeFrameHabits> = {}): FakeFrame {
  const habits = { ...goodHabits, ...changes };
  const commands: FrameCommand[] = [];
  let tell: (data: unknown) => void = () => {};
  let isClosed = false;

  function react(command: FrameCommand): void {
    if (command.type === 'install') {
      tell({
        type: 'installed',
        capabilities: { sharedMemory: habits.hasSharedMemory, stackSwitching: true },
      });
    }
    if (command.type === 'spawn' && habits.boots) {
      const { interpreter } = command;
      tell({ type: 'interpreter-ready', interpreter, stackSwitching: habits.hasStackSwitching });
    }
    if (command.type === 'run' && habits.takesRuns) {
      tell({ type: 'run-started', interpreter: command.interpreter, run: command.run });
    }
    if (command.type === 'ping' && habits.answersPings) tell({ type: 'pong', ping: command.ping });
  }

  return {
    commands,
    post: (command) => {
      commands.push(command);
      // Like a port: never within the same call.
      queueMicrotask(() => {
        if (!isClosed) react(command);
      });
    },
    listen: (onData) => {
      tell = onData;
    },
    close: () => {
      isClosed = true;
    },
    say: (event) => tell(event),
    last: (type) => {
      const found = commands.findLast((command) => command.type === type);
      if (!found) throw new Error(`No ${type} was posted.`);
      return found as Extract<FrameCommand, { type: typeof type }>;
    },
    isClosed: () => isClosed,
  };
}
