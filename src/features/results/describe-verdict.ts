/** A verdict in words: one sentence, one line of advice, and what usually causes it. Pure. */
import { assertNever } from '../../domain/assert-never.ts';
import type { Challenge } from '../../domain/challenge.ts';
import type { ChallengeProgress } from '../../domain/progress.ts';
import type { Frame, TestResult } from '../../domain/report.ts';
import type { Replay } from '../../domain/run-request.ts';
import { type EndedRun, isFailing } from '../../domain/run-state.ts';
import type { IconName } from '../../ui/icons.ts';
import { words } from './words.ts';

export interface VerdictText {
  readonly tone: 'pass' | 'fail' | 'warn';
  readonly icon: IconName;
  /** The part of the headline in the state's colour. */
  readonly strong: string;
  readonly rest: string;
  readonly advice: string;
  readonly causes: readonly string[];
  /** The line in the learner's code that the sentence is about. */
  readonly where: Frame | null;
  /** The engine's own words, for a disclosure. */
  readonly raw: string;
}

const plain = { rest: '', causes: [], where: null, raw: '' } as const;

export function describeVerdict(
  run: EndedRun,
  challenge: Challenge,
  progress: ChallengeProgress | null,
): VerdictText {
  const { verdict } = run;
  switch (verdict.kind) {
    case 'passed':
      if (run.replay !== null) return describeReplay(run.replay, 'passed');
      return describePassed(run, challenge, progress);
    case 'failed':
      if (run.replay !== null) return describeReplay(run.replay, 'failed');
      return describeFailed(run);
    case 'broken-code': {
      const first = verdict.report.collectionErrors[0];
      const advice = first === undefined ? words.broken.starter : words.broken.collection[first.kind](first);
      return {
        ...plain,
        tone: 'fail',
        icon: 'error',
        strong: words.broken.strong,
        rest: words.broken.rest,
        advice,
      };
    }
    case 'timed-out': {
      const during = nameOf(run, verdict.lastStarted);
      const advice = words.timedOut.advice(verdict.limitSeconds);
      return {
        ...plain,
        tone: 'warn',
        icon: 'clock',
        strong: words.timedOut.title(verdict.limitSeconds, verdict.where?.line ?? null),
        advice: during === null ? advice : `${words.timedOut.during(during)} ${advice}`,
        causes: words.timedOut.causes,
        where: verdict.where,
      };
    }
    case 'out-of-memory': {
      const during = nameOf(run, verdict.lastStarted);
      const { title, advice, causes } = words.outOfMemory;
      return {
        ...plain,
        tone: 'warn',
        icon: 'warning',
        strong: title,
        advice: during === null ? advice : `${words.timedOut.during(during)} ${advice}`,
        causes,
      };
    }
    case 'cancelled':
      return {
        ...plain,
        tone: 'warn',
        icon: 'stop',
        strong: words.cancelled.title,
        advice: words.cancelled.ended(verdict.tests.length),
      };
    case 'crashed': {
      const { title, advice, causes } = words.crashes[verdict.cause];
      return { ...plain, tone: 'warn', icon: 'warning', strong: title, advice, causes, raw: verdict.raw };
    }
    default:
      return assertNever(verdict);
  }
}

/** The innermost frame of the learner's own code in a failing test. */
export function learnerFrame(test: TestResult): Frame | null {
  return test.failure?.frames.findLast((frame) => frame.origin === 'learner') ?? null;
}

function describePassed(
  run: EndedRun,
  challenge: Challenge,
  progress: ChallengeProgress | null,
): VerdictText {
  const count = run.tests.length;
  const isWhole = run.mode === 'all' || challenge.hiddenTests.length === 0;
  const skipped = run.tests.filter((test) => test.outcome === 'skipped').length;
  const wholeTitle = count === 1 ? words.passed.one : words.passed.all(count);
  const minutes = Math.max(1, Math.round((progress?.activeSeconds ?? 0) / 60));
  const advice = isWhole
    ? words.passed.solvedAdvice(progress?.attempts ?? 1, minutes, challenge.minutes)
    : words.passed.visibleAdvice;
  return {
    ...plain,
    tone: 'pass',
    icon: 'pass',
    strong: '',
    rest: isWhole ? wholeTitle : words.passed.visible(count),
    advice: skipped === 0 ? advice : `${words.passed.withSkipped(skipped)} ${advice}`,
  };
}

function describeReplay(replay: Replay, outcome: 'passed' | 'failed'): VerdictText {
  const name = words.schedule.mention(replay);
  return outcome === 'passed'
    ? {
        ...plain,
        tone: 'pass',
        icon: 'pass',
        strong: '',
        rest: words.schedule.passes(name),
        advice: words.schedule.passesAdvice,
      }
    : {
        ...plain,
        tone: 'fail',
        icon: 'fail',
        strong: words.schedule.fails(name),
        advice: words.schedule.failsAdvice,
      };
}

function describeFailed(run: EndedRun): VerdictText {
  const failing = run.tests.filter(isFailing);
  const total = Math.max(run.planned.length, run.tests.length);
  const shared = sharedLine(failing);
  const isStarter = 'report' in run.verdict && run.verdict.report.starterUnchanged;
  const missing = total - run.tests.length;
  const base = { ...plain, tone: 'fail', icon: 'fail', where: shared } as const;
  const strong = words.failed.strong(failing.length, total);

  if (failing.length === 0) {
    return { ...base, strong: words.failed.missing(missing), advice: words.crashes.unknown.advice };
  }
  if (isStarter) return { ...base, strong, advice: words.failed.starter };
  if (shared !== null && failing.length > 1) {
    return {
      ...base,
      strong,
      rest: words.failed.oneReason,
      advice: words.failed.oneReasonAdvice(failing.length, shared.line),
    };
  }
  const first = failing[0]?.name ?? '';
  return { ...base, strong, advice: failing.length === 1 ? words.failed.only : words.failed.first(first) };
}

/** The one line in which all these tests end, if there is one. */
function sharedLine(failing: readonly TestResult[]): Frame | null {
  const frames = failing.map(learnerFrame);
  const [first] = frames;
  if (!first) return null;
  const isShared = frames.every((frame) => frame?.file === first.file && frame.line === first.line);
  return isShared ? first : null;
}

function nameOf(run: EndedRun, id: string | null): string | null {
  if (id === null) return null;
  return [...run.planned, ...run.tests].find((test) => test.id === id)?.name ?? null;
}
