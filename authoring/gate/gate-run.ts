/** What the gate needs of a runtime, and what it says of one challenge. */
import type { RunRequest } from '../../src/domain/run-request.ts';
import type { RunEnding, Verdict } from '../../src/domain/verdict.ts';

export interface FinishedRun {
  readonly ending: RunEnding;
  /** Milliseconds from the interpreter taking the run to its ending; null when none took it. */
  readonly ms: number | null;
}

/** Asks for a run; how many go on at once is the runtime's business. */
export type Run = (request: RunRequest) => Promise<FinishedRun>;

/**
 * What one row of the gate is about.
 *
 * solution: in the order of the files · again: the same once more · shuffled: in another order · alone: one test
 * function by itself · seeds: further seeds of the scheduler · one-process, all-processes: another size of the
 * machine · without: tests that a missing need leaves out · names: what the tests import (no run of the challenge) · starter · mutant
 */
export type GatePart =
  | 'solution'
  | 'again'
  | 'shuffled'
  | 'alone'
  | 'seeds'
  | 'one-process'
  | 'all-processes'
  | 'without'
  | 'names'
  | 'starter'
  | 'mutant';

export interface GateRow {
  readonly part: GatePart;
  /** The mutant's name, the test function's id for `alone`, the seeds' range for `seeds`, the need for `without`; else empty. */
  readonly name: string;
  readonly verdict: Verdict;
  /** Seconds from the interpreter taking the run to its ending; null when none took it. */
  readonly seconds: number | null;
  /** Names of the test functions that were red. */
  readonly red: readonly string[];
  /** Sentences: what is wrong here and what to do. Empty = as it should be. */
  readonly problems: readonly string[];
}

interface MutantResult {
  readonly name: string;
  /** Names of the test functions that were red; empty = it survived. */
  readonly killedBy: readonly string[];
}

export interface GateResult {
  readonly slug: string;
  readonly solution: { readonly passed: boolean; readonly tests: number };
  readonly starter: { readonly passed: boolean };
  readonly mutants: readonly MutantResult[];
  /** Sentences: what is wrong and what to do. Empty = the challenge passes. */
  readonly problems: readonly string[];
  /** What deserves a look, or what a draft still lacks; nothing that fails. */
  readonly warnings: readonly string[];
  readonly runs: number;
  /** The fastest whole run of the solution, in seconds from the interpreter taking it; null when there was none. */
  readonly solutionSeconds: number | null;
}
