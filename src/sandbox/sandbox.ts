/** The port between the app and the place where learners' code runs. The app knows nothing else of it. */
import type { EngineCapabilities } from '../domain/capabilities.ts';
import type { ProgramEvent } from '../domain/program-report.ts';
import type { ProgramRequest } from '../domain/program-request.ts';
import type { ProgramEnding } from '../domain/program-run.ts';
import type { RunEvent } from '../domain/report.ts';
import type { RunRequest } from '../domain/run-request.ts';
import type { RunEnding } from '../domain/verdict.ts';

export type BootStep =
  | 'download'
  | 'frame'
  | 'compile'
  | 'start-worker'
  | 'start-python'
  | 'load-packages'
  | 'warm-up';

/** Where the next interpreter stands. Bytes count what has to come over the wire. */
export type SandboxState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'booting';
      readonly step: BootStep;
      readonly loadedBytes: number;
      readonly totalBytes: number;
      readonly bytesPerSecond: number;
      /** True when nothing has moved for a while. */
      readonly isSlow: boolean;
    }
  | { readonly kind: 'ready'; readonly python: string; readonly capabilities: EngineCapabilities }
  | {
      readonly kind: 'failed';
      readonly step: BootStep;
      /** A whole sentence. */
      readonly message: string;
      readonly loadedBytes: number;
      readonly totalBytes: number;
    };

export interface RunHandlers {
  /** Aborting it is the Stop button: the run ends as `cancelled`. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  /** Called once when the request reaches an interpreter (until then it waits for the boot). */
  readonly onStart?: () => void;
}

export interface ProgramHandlers {
  /** Aborting it is the Stop button: the program ends as `cancelled`. */
  readonly signal: AbortSignal;
  /** What the program prints. */
  readonly onEvent: (event: Exclude<ProgramEvent, { type: 'input-wanted' }>) => void;
  /** The program waits for a line: answer once, without a line end; `null` ends its input. */
  readonly onInputWanted: (answer: (line: string | null) => void) => void;
  /** Called when an interpreter takes the program; a second time when it is tried again from its beginning. */
  readonly onStart?: () => void;
}

export interface Sandbox {
  getState(): SandboxState;
  /** Called after each change of state; returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
  /**
   * Boots the next interpreter with these package groups of the image, in the background, and with it those of the
   * most child processes that its run declares.
   */
  prepare(packages: readonly string[], processes?: number): void;
  /** Starts a failed boot again. */
  retry(): void;
  /** Never rejects: every ending is a value. One run at a time; a second one ends as `cancelled` at once. */
  run(request: RunRequest, handlers: RunHandlers): Promise<RunEnding>;
  /** Runs one file as a program. Never rejects, and takes turns with `run`. */
  runProgram(request: ProgramRequest, handlers: ProgramHandlers): Promise<ProgramEnding>;
  dispose(): void;
}
