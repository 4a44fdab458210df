/** What became of the tests of one module. Plain data. */

type OutcomeKind = 'passed' | 'failed' | 'error' | 'skipped' | 'hung' | 'crashed';

export interface Outcome {
  /** The test's name inside its module; empty for the module as a whole. */
  readonly test: string;
  readonly kind: OutcomeKind;
  /** Traceback, reason of a skip, or the engine's words. */
  readonly text: string;
}

export interface ModuleOutcome {
  readonly module: string;
  readonly outcomes: readonly Outcome[];
  readonly seconds: number;
}

export interface ModuleTally {
  readonly module: string;
  readonly run: number;
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
  readonly hung: number;
  readonly crashed: number;
  readonly failures: readonly Outcome[];
}

const bad: readonly OutcomeKind[] = ['failed', 'error', 'hung', 'crashed'];

export function tallyModule({ module, outcomes }: ModuleOutcome): ModuleTally {
  const count = (kind: OutcomeKind) => outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    module,
    run: outcomes.length,
    passed: count('passed'),
    failed: count('failed'),
    errors: count('error'),
    skipped: count('skipped'),
    hung: count('hung'),
    crashed: count('crashed'),
    failures: outcomes.filter((outcome) => bad.includes(outcome.kind)),
  };
}

/** What the driver writes for a test that has ended. */
interface DriverRecord {
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'error' | 'skipped';
  readonly text: string;
}

/** One line of the driver, as the outcome it tells. */
export function readRecord(line: string): Outcome {
  const { id, outcome, text } = JSON.parse(line) as DriverRecord;
  return { test: id, kind: outcome, text };
}
