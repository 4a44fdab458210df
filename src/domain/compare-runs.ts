/** What changed between two runs, counted over the tests that both of them ran. */
import type { TestOutcome, TestResult } from './report.ts';

export interface RunChange {
  /** Node ids of tests that failed before and are green now. */
  readonly newlyPassing: readonly string[];
  /** Node ids of tests that were green before and fail now. */
  readonly newlyFailing: readonly string[];
}

export function compareRuns(before: readonly TestResult[], after: readonly TestResult[]): RunChange {
  const earlier = new Map(before.map((test) => [test.id, isGreen(test.outcome)]));
  const turned = (from: boolean, to: boolean) =>
    after
      .filter((test) => earlier.get(test.id) === from && isGreen(test.outcome) === to)
      .map((test) => test.id);
  return { newlyPassing: turned(false, true), newlyFailing: turned(true, false) };
}

function isGreen(outcome: TestOutcome): boolean {
  return outcome === 'passed' || outcome === 'xfailed' || outcome === 'skipped';
}
