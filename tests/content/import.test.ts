/** What an import makes, run as learners run it: the example passes, what the learner begins with does not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importExercism } from '../../authoring/import/exercism/import-exercism.ts';
import { importPytest } from '../../authoring/import/pytest/import-pytest.ts';
import { createPythonReader } from '../../authoring/import/pytest/python-reader.ts';
import { type GateBrowser, openGateBrowser } from '../../authoring/runtime/gate-browser.ts';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import { buildRunRequest } from '../../src/domain/run-request.ts';
import { toVerdict } from '../../src/domain/verdict.ts';

const fixtures = 'tests/content/fixtures';
let into: string;
let challenges: readonly Challenge[];
let browser: GateBrowser;

beforeAll(async () => {
  into = await mkdtemp(path.join(tmpdir(), 'import-'));
  const common = { into, shelf: null, replace: false };
  await importExercism({ paths: [`${fixtures}/track`], ...common });
  await importPytest({ folder: `${fixtures}/project`, ...common, reader: await createPythonReader() });
  ({ challenges } = await readCatalog(into));
  browser = await openGateBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(into, { recursive: true, force: true });
});

test.each([
  ['lighthouse-keeper', 3],
  ['tide-table', 2],
  ['ferry-line-2', 2],
  ['project', 5],
])('%s: the example passes its %i tests without a warning, the starter does not', async (slug, tests) => {
  const challenge = challenges.find((item) => item.slug === slug);
  if (challenge === undefined) throw new Error(`${slug} was not imported.`);
  const judge = async (files: Challenge['starter']) =>
    toVerdict((await browser.run(buildRunRequest(challenge, files, 'all'))).ending);
  const [solution, starter] = await Promise.all([judge(challenge.solution), judge(challenge.starter)]);
  if (solution.kind !== 'passed') throw new Error(JSON.stringify(solution, null, 2));
  expect(solution.report.planned).toHaveLength(tests);
  expect([...solution.report.warnings, ...solution.report.tests.flatMap((item) => item.warnings)]).toEqual(
    [],
  );
  expect(['failed', 'broken-code']).toContain(starter.kind);
});
