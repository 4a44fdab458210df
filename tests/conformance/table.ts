/** The sentences and columns that a conformance run prints. */
import { type ModuleOutcome, type ModuleTally, type Outcome, tallyModule } from './outcome.ts';

/** Skips for these reasons are about what this platform is not. */
const absent = /fork|subprocess|subinterpreter|interpreters|_testcapi|_testinternalcapi|requires os\.|posix/i;

export function tallyLine(tally: ModuleTally, seconds: number): string {
  const { module, run, passed, failed, errors, skipped, hung, crashed } = tally;
  return (
    `${module}: ${run} run, ${passed} passed, ${failed} failed, ${errors} errors, ` +
    `${skipped} skipped, ${hung} hung, ${crashed} crashed (${seconds.toFixed(0)} s)`
  );
}

/** Every reason of a skip with its count, the commonest first. */
export function skipLines(outcomes: readonly Outcome[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, text } of outcomes) {
    if (kind === 'skipped') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `  ${count} skipped: ${reason}`);
}

export function failureLines(outcomes: readonly Outcome[]): string[] {
  return tallyModule({ module: '', outcomes, seconds: 0 }).failures.map(
    ({ test, kind, text }) => `  ${kind}: ${test || '(module)'}: ${lastLine(text)}`,
  );
}

export interface Share {
  /** Tests that pass natively. */
  readonly native: number;
  /** Of these, tests that are skipped here because they need what is not here: processes, C test modules. */
  readonly absent: number;
  /** Of these, tests that pass here. */
  readonly here: number;
}

export function shareOf(here: ModuleOutcome, native: ModuleOutcome): Share {
  const kinds = new Map(here.outcomes.map((outcome) => [outcome.test, outcome]));
  const wholeSkip = kinds.get('');
  const passed = native.outcomes.filter((outcome) => outcome.kind === 'passed');
  const found = passed.map((outcome) => kinds.get(outcome.test) ?? wholeSkip);
  return {
    native: passed.length,
    absent: found.filter((outcome) => outcome?.kind === 'skipped' && absent.test(outcome.text)).length,
    here: found.filter((outcome) => outcome?.kind === 'passed').length,
  };
}

export function shareLine({ native, absent: missing, here }: Share): string {
  const of = (count: number) => (count === 0 ? 'none' : `${((100 * here) / count).toFixed(1)} %`);
  return (
    `  of ${native} tests that pass natively ${here} pass here (${of(native)}); ` +
    `without the ${missing} that need what a browser has not: ${of(native - missing)}`
  );
}

function lastLine(text: string): string {
  return (text.trim().split('\n').at(-1) ?? '').slice(0, 200);
}
