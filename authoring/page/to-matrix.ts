/** Which test catches which mutant, from the rows of the gate. */
import type { Challenge } from '../../src/domain/challenge.ts';
import type { PlannedTest, Report } from '../../src/domain/report.ts';
import type { GatePart, GateRow } from '../gate/gate-run.ts';
import { functionOf } from '../gate/test-order.ts';

export interface MatrixTest {
  /** The test function's own name. */
  readonly name: string;
  /** In plain words. */
  readonly title: string;
  readonly isHidden: boolean;
  /** Names of the mutants that it catches. */
  readonly catches: readonly string[];
}

export interface MatrixMutant {
  readonly name: string;
  readonly why: string;
  /** Counted from 1, as the columns are. */
  readonly number: number;
  /** Null until it has run. */
  readonly row: GateRow | null;
}

export interface Matrix {
  readonly tests: readonly MatrixTest[];
  readonly mutants: readonly MatrixMutant[];
  /** Whether every mutant has run: only then does a test without a catch catch nothing. */
  readonly isComplete: boolean;
}

export function toMatrix(challenge: Challenge, rows: readonly GateRow[]): Matrix {
  const mutants = challenge.mutants.map(
    ({ name, why }, at): MatrixMutant => ({
      name,
      why,
      number: at + 1,
      row: findRow(rows, 'mutant', name),
    }),
  );
  const hidden = new Set(challenge.hiddenTests.map((file) => file.path));
  const tests = listTests(rows).map((test): MatrixTest => {
    const name = toFunctionName(test.id);
    return {
      name,
      title: test.name.replace(/ \(.*\)$/s, ''),
      isHidden: hidden.has(test.file),
      catches: mutants.filter(({ row }) => row?.red.includes(name)).map((mutant) => mutant.name),
    };
  });
  return { tests, mutants, isComplete: mutants.every(({ row }) => row !== null) };
}

export function findRow(rows: readonly GateRow[], part: GatePart, name = ''): GateRow | null {
  return rows.find((row) => row.part === part && row.name === name) ?? null;
}

/** What pytest said of a run; null where it was cut short. */
export function reportOf({ verdict }: GateRow): Report | null {
  return 'report' in verdict ? verdict.report : null;
}

/** One for each test function, in the order of the files. */
function listTests(rows: readonly GateRow[]): readonly PlannedTest[] {
  const whole = rows.filter(
    (row) => row.part === 'solution' || row.part === 'starter' || row.part === 'mutant',
  );
  const planned = whole
    .toSorted((a, b) => Number(b.part === 'solution') - Number(a.part === 'solution'))
    .map((row) => reportOf(row)?.planned ?? [])
    .find((tests) => tests.length > 0);
  const seen = new Set<string>();
  return (planned ?? []).filter((test) => {
    const key = functionOf(test.id);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function toFunctionName(id: string): string {
  return functionOf(id).replace(/^.*::/s, '');
}
