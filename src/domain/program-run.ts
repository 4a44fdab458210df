/** A program that is run by itself: how it can end, and where the page stands with it. */
import { assertNever } from './assert-never.ts';
import type { OutputStream, ProgramReport } from './program-report.ts';
import type { CrashCause } from './verdict.ts';

/** Every ending of a program is one of these; none is an exception. */
export type ProgramEnding =
  | { readonly kind: 'exited'; readonly report: ProgramReport }
  /** It ended itself at once, with `os._exit`: no report could be written. */
  | { readonly kind: 'exited-at-once'; readonly exitCode: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'out-of-memory' }
  | {
      readonly kind: 'crashed';
      readonly cause: CrashCause;
      /** Raw text for a disclosure: the engine's message or the report that did not parse. */
      readonly raw: string;
    };

/** A stretch of what stands in the output: printed by the program, or typed by the learner. */
export interface OutputPiece {
  readonly stream: OutputStream | 'typed';
  readonly text: string;
}

interface ProgramIdentity {
  readonly runId: string;
  /** Path of the file that runs. */
  readonly program: string;
}

interface WaitingProgram extends ProgramIdentity {
  readonly kind: 'waiting-for-boot';
  readonly isStopping: boolean;
}

export interface RunningProgram extends ProgramIdentity {
  readonly kind: 'running';
  readonly output: readonly OutputPiece[];
  /** True while the program waits for a line. */
  readonly isInputWanted: boolean;
  readonly isStopping: boolean;
}

interface EndedProgram extends ProgramIdentity {
  readonly kind: 'ended';
  readonly output: readonly OutputPiece[];
  readonly ending: ProgramEnding;
  /** Seconds from click to end. */
  readonly seconds: number;
}

export type ProgramState = { readonly kind: 'idle' } | WaitingProgram | RunningProgram | EndedProgram;

/** What happens to a program. Actions of another run than the current one are dropped. */
export type ProgramAction =
  | { readonly type: 'requested'; readonly runId: string; readonly program: string }
  | { readonly type: 'started'; readonly runId: string }
  | { readonly type: 'printed'; readonly runId: string; readonly piece: OutputPiece }
  | { readonly type: 'input-wanted'; readonly runId: string }
  /** `null`: the learner ended the input. */
  | { readonly type: 'line-typed'; readonly runId: string; readonly line: string | null }
  | { readonly type: 'stop-requested'; readonly runId: string }
  | {
      readonly type: 'ended';
      readonly runId: string;
      readonly ending: ProgramEnding;
      readonly seconds: number;
    };

export const idleProgram: ProgramState = { kind: 'idle' };

export function reduceProgram(state: ProgramState, action: ProgramAction): ProgramState {
  if (action.type === 'requested') {
    const { runId, program } = action;
    return { kind: 'waiting-for-boot', runId, program, isStopping: false };
  }
  if (!isProgramActive(state) || state.runId !== action.runId) return state;

  switch (action.type) {
    case 'started':
      // A second attempt begins with a clean sheet.
      return { ...toRunning(state), output: [], isInputWanted: false };
    case 'printed': {
      const running = toRunning(state);
      return { ...running, output: join(running.output, action.piece) };
    }
    case 'input-wanted':
      return { ...toRunning(state), isInputWanted: true };
    case 'line-typed': {
      const running = toRunning(state);
      const text = action.line === null ? '' : `${action.line}\n`;
      return { ...running, output: join(running.output, { stream: 'typed', text }), isInputWanted: false };
    }
    case 'stop-requested':
      return { ...state, isStopping: true };
    case 'ended': {
      const { runId, program } = state;
      const { ending, seconds } = action;
      return { kind: 'ended', runId, program, output: toRunning(state).output, ending, seconds };
    }
    default:
      return assertNever(action);
  }
}

/** True from the click until the end. */
export function isProgramActive(state: ProgramState): state is WaitingProgram | RunningProgram {
  return state.kind === 'waiting-for-boot' || state.kind === 'running';
}

/** What the program wrote since its last line end: the question that it waits for an answer to. */
export function promptOf(output: readonly OutputPiece[]): string {
  const last = output.at(-1);
  if (last === undefined || last.stream === 'typed') return '';
  return last.text.slice(last.text.lastIndexOf('\n') + 1);
}

/** A piece longer than this is not added to: what has been drawn once need not be drawn again. */
const pieceCharacters = 4_000;

function join(output: readonly OutputPiece[], piece: OutputPiece): readonly OutputPiece[] {
  if (piece.text === '') return output;
  const last = output.at(-1);
  if (last === undefined || last.stream !== piece.stream || last.text.length > pieceCharacters) {
    return [...output, piece];
  }
  return [...output.slice(0, -1), { stream: last.stream, text: last.text + piece.text }];
}

function toRunning(state: WaitingProgram | RunningProgram): RunningProgram {
  if (state.kind === 'running') return state;
  const { runId, program, isStopping } = state;
  return { kind: 'running', runId, program, output: [], isInputWanted: false, isStopping };
}
