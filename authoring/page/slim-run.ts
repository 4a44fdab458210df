/** A run without what the author's page never shows: output and whole tracebacks would fill the storage. */
import type { Capture, Report, TestResult } from '../../src/domain/report.ts';
import type { FinishedRun } from '../gate/gate-run.ts';

export function slimRun(run: FinishedRun): FinishedRun {
  const { ending } = run;
  if (ending.kind !== 'reported') return run;
  const report: Report = {
    ...ending.report,
    tests: ending.report.tests.map(slimTest),
    collectionErrors: ending.report.collectionErrors.map((error) => ({ ...error, traceback: '' })),
    stdout: slimCapture(ending.report.stdout),
    stderr: slimCapture(ending.report.stderr),
    warnings: [],
  };
  return { ...run, ending: { kind: 'reported', report } };
}

function slimTest(test: TestResult): TestResult {
  const failure = test.failure === null ? null : { ...test.failure, traceback: '' };
  return {
    ...test,
    failure,
    stdout: slimCapture(test.stdout),
    stderr: slimCapture(test.stderr),
    log: slimCapture(test.log),
    warnings: [],
  };
}

function slimCapture({ total }: Capture): Capture {
  return { text: '', total, dropped: total };
}
