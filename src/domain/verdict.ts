/** How a run ended, as a value. Every ending of a run is one of these; none is an exception. */
import { assertNever } from './assert-never.ts';
import type { Frame, Report, TestResult } from './report.ts';

/** What the sandbox hands back: a report, or why there is none. `partial` holds the tests that had ended. */
export type RunEnding =
  | { readonly kind: 'reported'; readonly report: Report }
  | {
      readonly kind: 'timed-out';
      readonly limitSeconds: number;
      readonly report: Report | null;
      readonly lastStarted: string | null;
      readonly partial: readonly TestResult[];
    }
  | { readonly kind: 'cancelled'; readonly partial: readonly TestResult[] }
  | {
      readonly kind: 'out-of-memory';
      readonly lastStarted: string | null;
      readonly partial: readonly TestResult[];
    }
  | {
      readonly kind: 'crashed';
      readonly cause: CrashCause;
      /** Raw text for a disclosure: the engine's message or the report that did not parse. */
      readonly raw: string;
      readonly lastStarted: string | null;
      readonly partial: readonly TestResult[];
    };

export type CrashCause =
  | 'stack-overflow'
  | 'early-exit'
  | 'unreadable-report'
  /** pytest or the judge could not go on: the code took away what they are made of. */
  | 'broken-run'
  | 'frame-lost'
  | 'boot-failed'
  | 'unknown';

export type Verdict =
  | { readonly kind: 'passed'; readonly report: Report }
  | { readonly kind: 'failed'; readonly report: Report }
  | { readonly kind: 'broken-code'; readonly report: Report }
  | {
      readonly kind: 'timed-out';
      readonly limitSeconds: number;
      readonly where: Frame | null;
      readonly lastStarted: string | null;
      readonly tests: readonly TestResult[];
    }
  | {
      readonly kind: 'out-of-memory';
      readonly lastStarted: string | null;
      readonly tests: readonly TestResult[];
    }
  | { readonly kind: 'cancelled'; readonly tests: readonly TestResult[] }
  | {
      readonly kind: 'crashed';
      readonly cause: CrashCause;
      readonly raw: string;
      readonly lastStarted: string | null;
      readonly tests: readonly TestResult[];
    };

export type VerdictKind = Verdict['kind'];

export function toVerdict(ending: RunEnding): Verdict {
  switch (ending.kind) {
    case 'reported':
      return fromReport(ending.report);
    case 'timed-out':
      return {
        kind: 'timed-out',
        limitSeconds: ending.limitSeconds,
        where: lastLearnerFrame(ending.report),
        lastStarted: ending.lastStarted,
        tests: ending.report?.tests ?? ending.partial,
      };
    case 'out-of-memory':
      return { kind: 'out-of-memory', lastStarted: ending.lastStarted, tests: ending.partial };
    case 'cancelled':
      return { kind: 'cancelled', tests: ending.partial };
    case 'crashed':
      return {
        kind: 'crashed',
        cause: ending.cause,
        raw: ending.raw,
        lastStarted: ending.lastStarted,
        tests: ending.partial,
      };
    default:
      return assertNever(ending);
  }
}

function fromReport(report: Report): Verdict {
  switch (report.exit) {
    case 'broken':
      return { kind: 'broken-code', report };
    case 'finished':
      return isAllGreen(report) ? { kind: 'passed', report } : { kind: 'failed', report };
    case 'interrupted':
    case 'no-tests':
    case 'internal-error':
      return {
        kind: 'crashed',
        cause: causes[report.exit],
        raw: report.exitMessage,
        lastStarted: report.tests.at(-1)?.id ?? null,
        tests: report.tests,
      };
    default:
      return assertNever(report.exit);
  }
}

/** Why a report without a verdict has none. */
const causes = {
  // Nobody asked for a stop, or this would not be a plain report: the code interrupted itself.
  interrupted: 'early-exit',
  'no-tests': 'unknown',
  'internal-error': 'broken-run',
} as const;

/** A run passes when every planned test ended, and none of them badly. */
function isAllGreen(report: Report): boolean {
  if (report.planned.length === 0) return false;
  const ended = new Map(report.tests.map((test) => [test.id, test.outcome]));
  return report.planned.every((test) => {
    const outcome = ended.get(test.id);
    return outcome === 'passed' || outcome === 'skipped' || outcome === 'xfailed';
  });
}

function lastLearnerFrame(report: Report | null): Frame | null {
  return report?.interruptedAt.findLast((frame) => frame.origin === 'learner') ?? null;
}
