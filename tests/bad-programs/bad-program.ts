/** A program that goes wrong, and the ending it must get. */
import type { RunFile } from '../../src/domain/challenge.ts';
import type { CrashCause, VerdictKind } from '../../src/domain/verdict.ts';

export interface BadProgram {
  /** Unique, and what the table calls it. */
  readonly name: string;
  /** The learner's `solution.py`. The tests call its `work()` unless `tests` says otherwise. */
  readonly solution: string;
  readonly tests?: string;
  readonly files?: readonly RunFile[];
  readonly packages?: readonly string[];
  readonly processes?: number;
  /** A cap below the usual one, so that small things reach it sooner. */
  readonly memoryMb?: number;
  /** The run's limit; generous where the program has to come to an end by itself. */
  readonly seconds?: number;
  readonly ending: ExpectedEnding;
}

export interface ExpectedEnding {
  readonly verdict: VerdictKind;
  readonly cause?: CrashCause;
  /** Somewhere in what the page says: headline, advice, causes, the open test. */
  readonly says: RegExp;
}

/** What became of it, as the page showed it. */
export interface Shown {
  readonly verdict: VerdictKind;
  readonly cause: CrashCause | null;
  /** What a screen reader hears: headline and advice. */
  readonly sentence: string;
  /** Everything in the pane. */
  readonly text: string;
  readonly ms: number;
  readonly stallMs: number;
}

export const callsWork = 'from solution import work\n\ndef test_work():\n    work()\n';

export function timedOut(says: RegExp = /Stopped after \d+ seconds/): ExpectedEnding {
  return { verdict: 'timed-out', says };
}

export function failed(says: RegExp): ExpectedEnding {
  return { verdict: 'failed', says };
}

export function broken(says: RegExp): ExpectedEnding {
  return { verdict: 'broken-code', says };
}

export function crashed(cause: CrashCause, says: RegExp): ExpectedEnding {
  return { verdict: 'crashed', cause, says };
}

export const outOfMemory: ExpectedEnding = { verdict: 'out-of-memory', says: /ran out of memory/ };
export const passed: ExpectedEnding = { verdict: 'passed', says: /passes?/ };
