/** `interleave.run_script`, and what is said of things that only an operating system has. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GateSession, openGate } from './gate-session.ts';
import { goodSolution, sampleRequest } from './sample-request.ts';

let gate: GateSession;

beforeAll(async () => {
  gate = await openGate(true);
});

afterAll(() => gate?.close());

test.each([
  ['test_scripts.py', 2],
  ['absent.py', 0],
])('%s with %i processes', async (file, processes) => {
  const tests = await readFile(new URL(`scripts/${file}`, import.meta.url), 'utf8');
  const { ending } = await gate.run(sampleRequest(goodSolution, { tests, processes, seconds: 180 }));
  const results = ending.kind === 'reported' ? ending.report.tests : [];
  expect(results.map(({ id, failure }) => [id, failure?.traceback ?? 'passed'])).toEqual(
    results.map(({ id }) => [id, 'passed']),
  );
  expect(ending).toMatchObject({ kind: 'reported', report: { exit: 'finished' } });
  expect(results.length).toBeGreaterThanOrEqual(8);
});
