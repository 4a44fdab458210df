/** One run asked of the gate page, and what came of it. */
import type { RunEvent } from '../../src/domain/report.ts';
import type { RunEnding } from '../../src/domain/verdict.ts';

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
