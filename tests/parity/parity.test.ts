/** The same programs print the same here, in the product's interpreter, and natively. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunRequest } from '../../src/domain/run-request.ts';
import { type GateSession, openGate } from '../browser/gate-session.ts';
import { minorVersion, runNatively } from './native.ts';
import { goldenOf, type Program, readPrograms } from './program.ts';

/** For the programs that start child processes: a manager and two is the most any has at once. */
const processes = 3;
const python = process.env.INTERLEAVE_PYTHON ?? 'python3';
const runner =
  'import runpy\n\n\ndef test_program():\n    runpy.run_path("program.py", run_name="__main__")\n';

const programs = await readPrograms();
const nativeMinor = await minorVersion(python);

test('the corpus holds what it promises', () => {
  expect(programs.length).toBeGreaterThanOrEqual(60);
});

describe('here', () => {
  let gate: GateSession;

  beforeAll(async () => {
    gate = await openGate(true);
  });

  afterAll(async () => {
    await gate?.close();
  });

  for (const program of programs) {
    test(program.name, async () => {
      const { ending } = await gate.run(toRequest(program));
      const result = ending.kind === 'reported' ? ending.report.tests[0] : undefined;
      expect({ ending: ending.kind, failure: result?.failure?.traceback ?? null }).toEqual({
        ending: 'reported',
        failure: null,
      });
      expect(result?.stdout.text).toBe(await readFile(goldenOf(program.name), 'utf8'));
    });
  }
});

describe('natively', () => {
  for (const program of programs) {
    test.skipIf(nativeMinor === null || nativeMinor < program.minor)(program.name, async () => {
      expect(await runNatively(program, python)).toBe(await readFile(goldenOf(program.name), 'utf8'));
    });
  }
});

function toRequest(program: Program): RunRequest {
  return {
    slug: 'parity',
    mode: 'visible',
    files: [
      { path: 'program.py', text: program.source },
      { path: 'test_program.py', text: runner },
    ],
    editable: [],
    starter: [],
    testFiles: ['test_program.py'],
    only: [],
    packages: [],
    clock: 'real',
    keepGc: false,
    processes: program.needs.includes('processes') ? processes : 0,
    limits: { seconds: 60, outputCharacters: 100_000 },
  };
}
