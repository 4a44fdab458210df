/** One run asked of the sandbox: which files, which tests, under which limits. Plain data, JSON-able. */
import type { Challenge, ChallengeNeed, RunFile, TextFile } from './challenge.ts';

export type RunMode = 'visible' | 'all';

interface RunLimits {
  /** Wall-clock seconds for the whole run. */
  readonly seconds: number;
  /** Characters kept per captured stream and test; the rest is counted. */
  readonly outputCharacters: number;
  /** How far the interpreter's heap may grow, in MiB; as far as the sandbox allows without it. */
  readonly memoryMb?: number;
}

/** Names a schedule of threads: by its seed, or where that is `null` by its plan. */
export interface Replay {
  readonly seed: number | null;
  readonly plan: string;
}

export interface RunRequest {
  readonly slug: string;
  readonly mode: RunMode;
  /** Every file of the run's folder: the learner's, assets, the tests to run. */
  readonly files: readonly RunFile[];
  /** Paths of the learner's editable files. */
  readonly editable: readonly string[];
  /** Starter texts, to tell an untouched starter. */
  readonly starter: readonly TextFile[];
  /** Paths of the test files to run. */
  readonly testFiles: readonly string[];
  /** Exact node ids to run, in this order; empty = all tests of `testFiles` in file order. */
  readonly only: readonly string[];
  /** Package groups of the interpreter image that must be importable. */
  readonly packages: readonly string[];
  /** virtual: asyncio time jumps instead of passing. */
  readonly clock: 'real' | 'virtual';
  readonly keepGc: boolean;
  /** The most child processes at once; none without it. */
  readonly processes?: number;
  /** What every test finds in its standard input; nothing without it. */
  readonly stdin?: string;
  /** Needs of the challenge that this browser cannot meet: tests marked with one of them are skipped. */
  readonly missing?: readonly string[];
  /** Recursion ends early: for a second attempt, when the first one died of the engine's stack. */
  readonly hasShortStack?: boolean;
  /** Whether a test that changes the interpreter and leaves it so gets a warning `LeftBehind`. */
  readonly tellLeftovers?: boolean;
  /** What tests get that ask for seeds; without any, the judge's own. */
  readonly seeds?: readonly number[];
  /** The one schedule that a test is to repeat instead of trying many. */
  readonly replay?: Replay | null;
  readonly limits: RunLimits;
}

export interface RunOptions {
  readonly only?: readonly string[];
  /** Replaces the challenge's own limit; seconds. */
  readonly seconds?: number;
  readonly missing?: readonly ChallengeNeed[];
  readonly tellLeftovers?: boolean;
  /** Replaces the challenge's own, for further seeds. */
  readonly seeds?: readonly number[];
  readonly replay?: Replay | null;
}

const outputCharacters = 20_000;

/** The most child processes that a challenge has at once. */
export function countProcesses({ needs, processes }: Pick<Challenge, 'needs' | 'processes'>): number {
  return needs.includes('processes') ? Math.max(1, processes) : 0;
}

/** Builds the request for a draft. Files of the draft that the challenge does not know are left out. */
export function buildRunRequest(
  challenge: Challenge,
  draft: readonly TextFile[],
  mode: RunMode,
  options: RunOptions = {},
): RunRequest {
  const editable = challenge.starter.map((file) => file.path);
  const byPath = new Map(draft.map((file) => [file.path, file.text]));
  const learnerFiles = challenge.starter.map((file) => ({
    path: file.path,
    text: byPath.get(file.path) ?? file.text,
  }));
  const tests =
    mode === 'all' ? [...challenge.visibleTests, ...challenge.hiddenTests] : [...challenge.visibleTests];

  // Laid out last wins: an asset can never replace the learner's file, nor the learner's file a test.
  return {
    slug: challenge.slug,
    mode,
    files: [...challenge.assets, ...learnerFiles, ...tests],
    editable,
    starter: challenge.starter,
    testFiles: tests.map((file) => file.path),
    only: options.only ?? [],
    packages: challenge.packages,
    clock: challenge.needs.includes('vloop') ? 'virtual' : 'real',
    keepGc: challenge.keepGc,
    processes: countProcesses(challenge),
    missing: options.missing ?? [],
    tellLeftovers: options.tellLeftovers ?? false,
    seeds: options.seeds ?? challenge.seeds,
    replay: options.replay ?? null,
    limits: {
      seconds: options.seconds ?? challenge.timeoutSeconds,
      outputCharacters,
      ...(challenge.memoryMb === null ? {} : { memoryMb: challenge.memoryMb }),
    },
  };
}
