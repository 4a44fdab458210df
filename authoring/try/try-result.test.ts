import { expect, test } from 'vitest';
import type { Frame } from '../../src/domain/report.ts';
import { buildRunRequest } from '../../src/domain/run-request.ts';
import { sampleChallenge, scriptRuns } from '../gate/sample-gate.ts';
import { describeTry, summarizeTry, toTryResult } from './try-result.ts';

const attempt = { from: 'a.py', files: sampleChallenge.solution, notes: [] };
const request = buildRunRequest(sampleChallenge, sampleChallenge.solution, 'all');
type ScriptedRun = ReturnType<Parameters<typeof scriptRuns>[0]>;

async function firstLine(run: ScriptedRun): Promise<string> {
  const result = toTryResult(attempt, await scriptRuns(() => run)(request), sampleChallenge);
  const [line = ''] = describeTry(result);
  expect(summarizeTry(result)).toContain(line.replace(/\.$/, ''));
  return line;
}

test('code that does not load', async () => {
  expect(await firstLine({ report: { exit: 'broken', tests: [], planned: [] } })).toBe(
    'Your code does not load, so no test could run.',
  );
});

test('one reason for all that is red', async () => {
  const at: Frame = {
    file: 'solution.py',
    line: 3,
    endLine: null,
    column: null,
    endColumn: null,
    function: 'f',
    source: 'return 1',
    origin: 'learner',
  };
  const run: ScriptedRun = {
    red: ['test_0', 'test_1'],
    changeTest: (it) => ({ ...it, failure: it.failure && { ...it.failure, frames: [at] } }),
  };
  expect(await firstLine(run)).toBe('2 of 8 fail, probably for one reason.');
});

test('what has no second half', async () => {
  expect(await firstLine({ red: [] })).toBe('All 8 tests pass.');
  expect(await firstLine({ red: ['test_2'] })).toBe('1 of 8 fails.');
});
