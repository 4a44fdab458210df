/** The sentences and columns that a conformance run prints. */
import { type ModuleOutcome, type ModuleTally, type Outcome, tallyModule } from './outcome.ts';

/** Skips for these reasons are about what this platform is not. */
const absent =
  /fork|subprocess|subinterpreter|interpreters|_testcapi|_testinternalcapi|(requires|need) os\.|posix/i;
/** An error that ends with these words is one of what this platform is not. */
const absentError =
  /SSL is not supported|declares no child processes|Subinterpreters are not available|unable to start the thread|'mkfifo'|start method '\w+' does not exist here|a browser has no other programs/;
/** Classes that the suite defines where the system has `epoll`. */
const absentClass = /^EPoll/;

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
  /** Of these, tests that pass here. */
  readonly here: number;
  /** Of these, tests that do not pass here because they need what is not here: processes, TLS, epoll, C test modules. */
  readonly absent: number;
  /** Of these, the names of all others. */
  readonly failures: readonly string[];
}

export function shareOf(here: ModuleOutcome, native: ModuleOutcome): Share {
  const found = new Map(here.outcomes.map((outcome) => [outcome.test, outcome]));
  const wholeSkip = found.get('');
  const passed = native.outcomes.filter((outcome) => outcome.kind === 'passed').map(({ test }) => test);
  const isLost = (test: string) => (found.get(test) ?? wholeSkip)?.kind !== 'passed';
  const lost = passed.filter(isLost);
  const unexplained = lost.filter(
    (test) => !absentClass.test(test) && !needsAbsent(found.get(test) ?? wholeSkip),
  );
  return {
    native: passed.length,
    here: passed.length - lost.length,
    absent: lost.length - unexplained.length,
    failures: unexplained,
  };
}

/** Both shares in percent of what passes natively; null where nothing does. */
export function percentOf({ native, here, absent: missing }: Share): {
  readonly ofAll: number | null;
  readonly ofPossible: number | null;
} {
  const of = (count: number) => (count === 0 ? null : Math.round((1000 * here) / count) / 10);
  return { ofAll: of(native), ofPossible: of(native - missing) };
}

export function shareLine(share: Share): string {
  const { ofAll, ofPossible } = percentOf(share);
  const text = (percent: number | null) => (percent === null ? 'none' : `${percent.toFixed(1)} %`);
  return (
    `  natively ${share.native} pass, here ${share.here} of them (${text(ofAll)}); ` +
    `without the ${share.absent} that need what a browser has not: ${text(ofPossible)}`
  );
}

export function sumShares(shares: readonly Share[]): Share {
  const sum = (count: (share: Share) => number) => shares.reduce((total, share) => total + count(share), 0);
  return {
    native: sum(({ native }) => native),
    here: sum(({ here }) => here),
    absent: sum(({ absent }) => absent),
    failures: shares.flatMap(({ failures }) => failures),
  };
}

function needsAbsent(outcome: Outcome | undefined): boolean {
  if (outcome === undefined) return false;
  if (outcome.kind === 'skipped') return absent.test(outcome.text);
  return absentError.test(lastLine(outcome.text));
}

function lastLine(text: string): string {
  return (text.trim().split('\n').at(-1) ?? '').slice(0, 200);
}
