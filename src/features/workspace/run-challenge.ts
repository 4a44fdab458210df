/** One run from click to verdict: keeps what was run, asks the sandbox, records how it ended. */
import type { Challenge, ChallengeNeed } from '../../domain/challenge.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Attempt, ChallengeProgress } from '../../domain/progress.ts';
import type { RunEvent, TestResult } from '../../domain/report.ts';
import { buildRunRequest, type Replay, type RunMode } from '../../domain/run-request.ts';
import { isFailing, resultsOf } from '../../domain/run-state.ts';
import { toVerdict, type Verdict } from '../../domain/verdict.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';

export interface RunChallengeInput {
  readonly challenge: Challenge;
  readonly draft: Draft;
  readonly mode: RunMode;
  /** One test to repeat; such a run is no attempt at the challenge, and leaves the progress as it is. */
  readonly replay?: TestReplay;
  readonly sandbox: Sandbox;
  readonly store: LearnerStore;
  readonly now: () => number;
  readonly newId: () => string;
  /** Needs that this browser cannot meet. */
  readonly missing: readonly ChallengeNeed[];
  /** Aborting it is the Stop button. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  readonly onStart: () => void;
}

export interface TestReplay {
  /** The test's node id. */
  readonly test: string;
  readonly schedule: Replay;
}

export interface RunOutcome {
  readonly verdict: Verdict;
  /** Seconds from click to verdict. */
  readonly seconds: number;
  /** `null` when the run never began, or was a replay. */
  readonly attempt: RunAttempt | null;
  /** Never rejects. The verdict does not wait for it: a disk takes longer to answer than many a run. */
  readonly recorded: Promise<Recorded>;
}

/** An attempt before the code that was run is known to be stored. */
export type RunAttempt = Omit<Attempt, 'snapshotId'>;

interface Recorded {
  /** As it is stored now; `null` when there was nothing to record, or it could not be stored. */
  readonly progress: ChallengeProgress | null;
  readonly isRecorded: boolean;
}

/** Never rejects: a device that refuses to store the attempt does not take the verdict away. */
export async function runChallenge(input: RunChallengeInput): Promise<RunOutcome> {
  const { challenge, draft, mode, replay, sandbox, store, now, signal, onEvent } = input;
  const clickedAt = now();
  const snapshotId = store
    .addSnapshot(draft, mode === 'all' ? 'submit' : 'run')
    .then((snapshot) => snapshot.id)
    .catch(() => '');

  let hasStarted = false;
  const ending = await sandbox.run(
    buildRunRequest(challenge, draft.files, mode, {
      missing: input.missing,
      ...(replay && { only: [replay.test], replay: replay.schedule }),
    }),
    {
      signal,
      onEvent,
      onStart: () => {
        hasStarted = true;
        input.onStart();
      },
    },
  );
  const verdict = toVerdict(ending);
  const seconds = Math.max(0, (now() - clickedAt) / 1000);
  if (!hasStarted || replay !== undefined) {
    return {
      verdict,
      seconds,
      attempt: null,
      recorded: Promise.resolve({ progress: null, isRecorded: true }),
    };
  }

  const tests = resultsOf(verdict);
  const attempt: RunAttempt = {
    id: input.newId(),
    slug: challenge.slug,
    challengeVersion: challenge.version,
    startedAt: clickedAt,
    seconds,
    mode,
    verdict: verdict.kind,
    passed: countPassing(tests),
    total: 'report' in verdict ? Math.max(verdict.report.planned.length, tests.length) : tests.length,
  };
  return { verdict, seconds, attempt, recorded: record(input, attempt, snapshotId) };
}

async function record(
  { challenge, store }: RunChallengeInput,
  attempt: RunAttempt,
  snapshotId: Promise<string>,
): Promise<Recorded> {
  try {
    await store.addAttempt({ ...attempt, snapshotId: await snapshotId });
    const progress = await store.updateProgress(challenge.slug, (before) =>
      afterAttempt(before, attempt, challenge),
    );
    return { progress, isRecorded: true };
  } catch {
    return { progress: null, isRecorded: false };
  }
}

/** Progress of a challenge that was never opened before. */
export function newProgress(slug: string, at: number): ChallengeProgress {
  return {
    slug,
    openedAt: at,
    lastSeenAt: at,
    solvedAt: null,
    solvedVersion: null,
    attempts: 0,
    lastPassed: 0,
    lastTotal: 0,
    hintsShown: 0,
    solutionShownAt: null,
    activeSeconds: 0,
  };
}

export function afterAttempt(
  before: ChallengeProgress | null,
  attempt: RunAttempt,
  challenge: Challenge,
): ChallengeProgress {
  const known = before ?? newProgress(attempt.slug, attempt.startedAt);
  const endedAt = attempt.startedAt + Math.round(attempt.seconds * 1000);
  const isSolved = attempt.verdict === 'passed' && isWholeRun(attempt.mode, challenge);
  return {
    ...known,
    attempts: known.attempts + 1,
    lastPassed: attempt.passed,
    lastTotal: attempt.total,
    lastSeenAt: endedAt,
    solvedAt: known.solvedAt ?? (isSolved ? endedAt : null),
    solvedVersion: isSolved ? challenge.version : known.solvedVersion,
  };
}

/** A run counts as solving when it left no test out. */
function isWholeRun(mode: RunMode, challenge: Challenge): boolean {
  return mode === 'all' || challenge.hiddenTests.length === 0;
}

function countPassing(tests: readonly TestResult[]): number {
  return tests.filter((test) => !isFailing(test)).length;
}
