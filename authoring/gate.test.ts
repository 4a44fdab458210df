import { expect, test } from 'vitest';
import type { GateRow } from './gate/gate-run.ts';
import { sampleChallenge, scriptRuns } from './gate/sample-gate.ts';
import { checkChallenge } from './gate.ts';

const usual = scriptRuns(() => null);

test('a sound challenge passes; every run is a row, told as soon as it is known', async () => {
  const rows: GateRow[] = [];
  let planned = 0;
  const result = await checkChallenge(sampleChallenge, usual, {
    onRow: (row) => rows.push(row),
    onPlan: (runs) => {
      planned += runs;
    },
  });
  expect(result).toMatchObject({
    solution: { passed: true, tests: 8 },
    starter: { passed: false },
    problems: [],
    warnings: [],
    solutionSeconds: 0.4,
  });
  expect(result.mutants).toContainEqual({ name: 'c', killedBy: ['test_0'] });
  expect(rows).toHaveLength(3 + 8 + 1 + 5);
  expect([planned, result.runs]).toEqual([rows.length, rows.length]);
});

test('only the parts asked for are run', async () => {
  const parts: string[] = [];
  const onRow = (row: GateRow) => parts.push(row.part);
  await checkChallenge(sampleChallenge, usual, { parts: new Set(['starter', 'mutant']), onRow });
  expect(new Set(parts)).toEqual(new Set(['starter', 'mutant']));
});

test.each([
  [
    'a solution that is red',
    'solution',
    { red: ['test_3'] },
    /^The solution must pass every test, but .*test_3/,
  ],
  ['a starter that passes', 'starter', { red: [] }, /^The starter passes every test/],
  ['a mutant that nobody notices', 'mutant b', { red: [] }, /^The mutant b survives/],
  [
    'a mutant that cannot be imported',
    'mutant b',
    { report: { exit: 'broken' as const } },
    /^The mutant b must fail a test, but it cannot be imported/,
  ],
])('%s is a problem', async (_what, text, run, problem) => {
  const { problems } = await checkChallenge(
    sampleChallenge,
    scriptRuns((learner) => (learner === text ? run : null)),
  );
  expect(problems).toEqual([expect.stringMatching(problem)]);
});

test('a test that leans on another is found alone and in another order', async () => {
  const run = scriptRuns((text, { only }) => {
    if (text !== 'solution' || only.length === 0) return null;
    return only[0] === 'tests/test_a.py::test_0' ? null : { red: ['test_5'] };
  });
  const { problems } = await checkChallenge(sampleChallenge, run);
  expect(problems).toEqual([
    expect.stringMatching(/^In another order \(seed 1\) the solution fails: .*test_5/),
    expect.stringMatching(/^Alone, tests\/test_a.py::test_5 fails/),
  ]);
});

test('a mutant has to be caught by the tests that it names', async () => {
  const [first] = sampleChallenge.mutants;
  if (first === undefined) throw new Error('The sample has lost its mutants.');
  const challenge = {
    ...sampleChallenge,
    mutants: [{ ...first, kills: ['test_7'] }, ...sampleChallenge.mutants.slice(1)],
  };
  const { problems } = await checkChallenge(challenge, usual);
  expect(problems).toEqual([
    expect.stringMatching(/^The mutant a should be caught by test_7, but was caught by test_0/),
  ]);
});

test('what a test leaves behind is a warning where the judge puts it back, else a problem', async () => {
  const left = (message: string) => ({ category: 'LeftBehind', message, file: '', line: 1 });
  const warnings = [left('gc.isenabled() is False'), left('blocks of shared memory are left (psm_1)')];
  const run = scriptRuns((_text, request) =>
    request.tellLeftovers
      ? { changeTest: (it) => (it.id.endsWith('test_2') ? { ...it, warnings } : it) }
      : null,
  );
  const result = await checkChallenge(sampleChallenge, run);
  expect(result.warnings).toEqual([
    expect.stringMatching(/^After tests\/test_a.py::test_2 something is left behind: gc.isenabled/),
  ]);
  expect(result.problems).toEqual([expect.stringContaining('blocks of shared memory are left (psm_1)')]);
});

test('names that only the solution has are a problem; the answer comes from Python', async () => {
  const answer = [{ file: 'tests/test_a.py', line: 4, module: 'solution', name: 'deep' }];
  const stdout = { text: `${JSON.stringify(answer)}\n`, total: 0, dropped: 0 };
  const run = scriptRuns((_text, { testFiles }) =>
    testFiles[0] === 'authoring/test_probe.py' ? { changeTest: (it) => ({ ...it, stdout }) } : null,
  );
  const { problems } = await checkChallenge(sampleChallenge, run, { python: [] });
  expect(problems).toEqual([
    'tests/test_a.py:4 takes "deep" from solution, but the starter does not define it, so no learner can know of it. Put a stub into the starter.',
  ]);
  const draft = await checkChallenge({ ...sampleChallenge, draft: true }, run, { python: [] });
  expect(draft.problems).toEqual([]);
  expect(draft.warnings).toContainEqual(expect.stringContaining('takes "deep" from solution'));
});

test('of a draft the shape brings warnings, and slow tests do of every challenge', async () => {
  const bare = { ...sampleChallenge, hintsHtml: [], statementHtml: 'Do it.' };
  const slow: typeof usual = async (request) => ({ ...(await usual(request)), ms: 5100 });
  const whole = await checkChallenge(bare, usual);
  expect(whole.problems).toHaveLength(3);
  const draft = await checkChallenge({ ...bare, draft: true }, slow);
  expect(draft.problems).toEqual([]);
  expect(draft.warnings).toHaveLength(4);
  expect(draft.warnings.at(-1)).toContain('took 5.1 s');
});

test('trouble of the runtime itself is tried once more', async () => {
  let troubles = 0;
  const run: typeof usual = async (request) => {
    if (troubles > 0) return usual(request);
    troubles += 1;
    const lost = { kind: 'crashed', cause: 'frame-lost', raw: '', lastStarted: null, partial: [] } as const;
    return { ending: lost, ms: null };
  };
  expect((await checkChallenge(sampleChallenge, run)).problems).toEqual([]);
});

test('threads meet 200 other seeds, processes machines of other sizes, fallbacks the missing need', async () => {
  const seen: string[] = [];
  const seeds: number[] = [];
  const run: typeof usual = (request) => {
    seeds.push(...(request.seeds ?? []));
    return usual(request);
  };
  const challenge = {
    ...sampleChallenge,
    needs: ['threads', 'processes'] as const,
    seeds: [1001],
    processes: 4,
    without: { threads: { kind: 'skip-tests' as const } },
  };
  const result = await checkChallenge(challenge, run, {
    processors: 2,
    parts: new Set(['solution', 'seeds', 'one-process', 'all-processes', 'without']),
    onRow: ({ part, name }) => seen.push(`${part} ${name}`.trim()),
  });
  expect(result.problems).toEqual([]);
  expect(result.warnings).toEqual([expect.stringContaining('no test asks for seeds')]);
  expect(seen.filter((part) => part.startsWith('seeds'))).toHaveLength(4);
  expect(seen).toEqual(expect.arrayContaining(['one-process', 'all-processes', 'without threads']));
  const further = seeds.filter((seed) => seed !== 1001);
  expect(new Set(further).size).toBe(200);
});

test('safe code passes under every seed', async () => {
  const run = scriptRuns((_text, { seeds }) => ((seeds?.length ?? 0) > 1 ? { red: ['test_1'] } : null));
  const challenge = { ...sampleChallenge, needs: ['threads'] as const };
  const { problems } = await checkChallenge(challenge, run, { parts: new Set(['solution', 'seeds']) });
  expect(problems[0]).toMatch(/^With the seeds 1000 to 1049 the solution fails: .*test_1/);
});
