/** What a learner has done with a challenge, and what the catalogue shows of it. */
import type { RunMode } from './run-request.ts';
import type { VerdictKind } from './verdict.ts';

/** One run, kept for ever. */
export interface Attempt {
  readonly id: string;
  readonly slug: string;
  readonly challengeVersion: number;
  readonly startedAt: number;
  /** Seconds from click to verdict. */
  readonly seconds: number;
  readonly mode: RunMode;
  readonly verdict: VerdictKind;
  readonly passed: number;
  readonly total: number;
  /** The snapshot of the draft that was run. */
  readonly snapshotId: string;
}

export interface ChallengeProgress {
  readonly slug: string;
  readonly openedAt: number;
  readonly lastSeenAt: number;
  readonly solvedAt: number | null;
  readonly solvedVersion: number | null;
  readonly attempts: number;
  /** Passed and total of the last run. */
  readonly lastPassed: number;
  readonly lastTotal: number;
  readonly hintsShown: number;
  readonly solutionShownAt: number | null;
  /** Time with the page in front, in seconds. */
  readonly activeSeconds: number;
}

export type ProgressState = 'new' | 'started' | 'solved';

export function toProgressState(progress: ChallengeProgress | undefined): ProgressState {
  if (progress === undefined) return 'new';
  if (progress.solvedAt !== null) return 'solved';
  return progress.attempts > 0 || progress.activeSeconds > 0 ? 'started' : 'new';
}
