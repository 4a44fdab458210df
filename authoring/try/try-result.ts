/** What a learner would be told about one attempt, as text and as JSON. */
import type { Challenge } from '../../src/domain/challenge.ts';
import type { TestResult } from '../../src/domain/report.ts';
import { isFailing } from '../../src/domain/run-state.ts';
import { toVerdict, type Verdict } from '../../src/domain/verdict.ts';
import { describeVerdict } from '../../src/features/results/describe-verdict.ts';
import type { FinishedRun } from '../gate/gate-run.ts';
import type { Attempt } from './read-attempt.ts';

export interface TryResult {
  readonly attempt: Attempt;
  readonly verdict: Verdict;
  /** The headline of the results pane, and the line of advice below it. */
  readonly headline: string;
  readonly advice: string;
  readonly tests: readonly TestResult[];
  readonly seconds: number | null;
}

export function toTryResult(attempt: Attempt, finished: FinishedRun, challenge: Challenge): TryResult {
  const verdict = toVerdict(finished.ending);
  const tests = 'report' in verdict ? verdict.report.tests : verdict.tests;
  const planned = 'report' in verdict ? verdict.report.planned : [];
  const seconds = finished.ms === null ? null : finished.ms / 1000;
  const { strong, rest, advice } = describeVerdict(
    {
      kind: 'ended',
      runId: 'try',
      mode: 'all',
      before: [],
      planned,
      tests,
      verdict,
      seconds: seconds ?? 0,
      replay: null,
      change: null,
    },
    challenge,
    null,
  );
  return { attempt, verdict, headline: `${strong}${rest}`, advice, tests, seconds };
}

/** The judge's report with its own keys (what is known of the tests where there is none), and what is said of it. */
export function toTryJson({ attempt, verdict, headline, advice, tests, seconds }: TryResult, slug: string) {
  const report = 'report' in verdict ? verdict.report : { tests };
  return {
    slug,
    with: attempt.from,
    verdict: verdict.kind,
    headline,
    advice,
    runSeconds: seconds,
    ...report,
  };
}

/** Everything a learner sees, in lines. */
export function* describeTry({ attempt, verdict, headline, advice, tests }: TryResult): Generator<string> {
  for (const note of attempt.notes) yield `note: ${note}`;
  yield `${headline}${/[.!?]$/.test(headline) ? '' : '.'}`;
  if (advice !== '') yield advice;
  if (verdict.kind === 'crashed' && verdict.raw !== '') yield* indent(verdict.raw.trim(), '  ');
  if (tests.length > 0) yield '';
  for (const test of tests) {
    yield `${test.outcome.padEnd(7)} ${test.name}  (${test.id})`;
    if (test.skipReason !== '') yield `        ${test.skipReason}`;
    if (isFailing(test)) yield* describeFailure(test);
  }
  if (verdict.kind !== 'broken-code') return;
  for (const error of verdict.report.collectionErrors) {
    yield '';
    yield `${error.file}${error.line === null ? '' : `:${error.line}`}: ${error.type}: ${error.message}`;
    if (error.text !== '') yield* indent(error.text, '  ');
  }
}

/** "failed   tries/a.py: 2 of 13 tests failed." */
export function summarizeTry({ attempt, verdict, headline }: TryResult): string {
  return `${verdict.kind.padEnd(13)} ${attempt.from}: ${headline}`;
}

function* describeFailure({ failure, stdout }: TestResult): Generator<string> {
  if (failure === null) return;
  yield* indent(`${failure.type}: ${failure.message}`.trim(), '        ');
  const at = failure.frames.findLast((frame) => frame.origin === 'learner') ?? failure.frames.at(-1);
  if (at !== undefined) yield `        at ${at.file}:${at.line}: ${at.source.trim()}`;
  if (stdout.text.trim() !== '') {
    yield '        printed:';
    yield* indent(stdout.text.trimEnd(), '          ');
  }
}

function* indent(text: string, by: string): Generator<string> {
  for (const line of text.split('\n')) yield `${by}${line}`;
}
