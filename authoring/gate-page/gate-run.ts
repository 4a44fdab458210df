/** What the gate page offers to a driver, as types. */
import type { ProgramEvent } from '../../src/domain/program-report.ts';
import type { ProgramRequest } from '../../src/domain/program-request.ts';
import type { ProgramEnding } from '../../src/domain/program-run.ts';
import type { RunEvent } from '../../src/domain/report.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import type { RunEnding } from '../../src/domain/verdict.ts';
import type { BootStep, SandboxState } from '../../src/sandbox/sandbox.ts';

export interface GateResult {
  readonly ending: RunEnding;
  readonly events: readonly RunEvent[];
  /** Milliseconds from the interpreter taking the run to its ending; null when it never took it. */
  readonly ms: number | null;
}

export interface GateRun {
  /** Resolves when an interpreter takes the run. */
  readonly started: Promise<void>;
  readonly result: Promise<GateResult>;
  stop(): void;
}

export interface WatchedResult extends GateResult {
  /** The test that outlasted its time, or that nothing was running then (`''`); null when none did. */
  readonly stuck: string | null;
}

export interface ProgramResult {
  readonly ending: ProgramEnding;
  readonly events: readonly ProgramEvent[];
  /** How often the program asked for a line. */
  readonly asked: number;
}

interface Gate {
  /**
   * Runs a program. Each time it asks for a line it gets the next of `lines`, `null` being the end of the input;
   * when there is none left, it is stopped.
   */
  runProgram(request: ProgramRequest, lines?: readonly (string | null)[]): Promise<ProgramResult>;
  /** As `runProgram`; Stop is pressed as soon as the output contains the text. */
  stopProgramAt(request: ProgramRequest, text: string): Promise<ProgramResult>;
  run(request: RunRequest): Promise<GateResult>;
  /** `onEvent` hears every event as it comes. */
  start(request: RunRequest, onEvent?: (event: RunEvent) => void): GateRun;
  /** As `run`; stops it when no test has begun or ended for so many seconds. */
  watch(request: RunRequest, idleSeconds: number): Promise<WatchedResult>;
  /** The states of all sandboxes. */
  states(): readonly SandboxState[];
  /** Boots the sandboxes' next interpreters and resolves when all are ready; rejects when one failed. */
  prepare(packages: readonly string[], processes?: number): Promise<void>;
  /** The steps of all boots since the last call. */
  takeSteps(): readonly BootStep[];
}

declare global {
  interface Window {
    gate: Gate;
  }
}
