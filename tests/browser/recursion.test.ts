/** Recursion without an end, through C: an exception with a traceback where it can be one, else a crash with causes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GateSession, openGate } from './gate-session.ts';
import { sampleRequest } from './sample-request.ts';

let gate: GateSession;

beforeAll(async () => {
  gate = await openGate(true);
});

afterAll(() => gate?.close());

const oneTest = 'from solution import double\n\ndef test_two():\n    assert double(2) == 4\n';
const nest = (step: string) => `    deep = []\n    for _ in range(200_000):\n        deep = ${step}\n`;

/** `method` is one that calls itself through C. */
const klass = (method: string, use: string) =>
  `class Deep:\n    def ${method}\n\n\ndef double(x):\n    return ${use}\n`;

test.each([
  ['__getattr__', klass('__getattr__(self, name):\n        return getattr(self, name)', 'Deep().anything')],
  ['__eq__', klass('__eq__(self, other):\n        return self == other', 'Deep() == Deep()')],
  ['__repr__', klass('__repr__(self):\n        return repr(self)', 'repr(Deep())')],
  ['deep json.dumps', `import json\n\ndef double(x):\n${nest('{"a": deep}')}    return json.dumps(deep)\n`],
  ['deep json.loads', 'import json\n\ndef double(x):\n    return json.loads("[" * 200_000)\n'],
  ['deep pickle', `import pickle\n\ndef double(x):\n${nest('[deep]')}    return pickle.dumps(deep)\n`],
  ['deep repr', `def double(x):\n${nest('[deep]')}    return repr(deep)\n`],
])('%s ends as RecursionError at a line of the learner', async (_name, solution) => {
  const verdict = await gate.verdict(sampleRequest(solution, { tests: oneTest }));
  expect(verdict).toMatchObject({
    kind: 'failed',
    report: { tests: [{ id: 'tests/test_sample.py::test_two', failure: { type: 'RecursionError' } }] },
  });
  const frames = verdict.kind === 'failed' ? verdict.report.tests[0]?.failure?.frames : [];
  expect(frames?.some((frame) => frame.file === 'solution.py')).toBe(true);
});

test('a long chain of objects can be let go of', async () => {
  const solution =
    'class Link:\n    pass\n\ndef double(x):\n    first = Link()\n    for _ in range(300_000):\n' +
    '        link = Link()\n        link.next = first\n        first = link\n    del link, first\n    return 2 * x\n';
  expect(await gate.verdict(sampleRequest(solution))).toMatchObject({ kind: 'passed' });
});

test('what no limit catches is a crash that says so, and the page hears of each test once', async () => {
  const solution = `def double(x):\n${nest('(deep,)')}    return hash(deep)\n`;
  const tests =
    'from solution import double\n\ndef test_first():\n    pass\n\ndef test_deep():\n    double(1)\n';
  const { ending, events } = await gate.run(sampleRequest(solution, { tests }));
  expect(ending).toMatchObject({
    kind: 'crashed',
    cause: 'stack-overflow',
    lastStarted: 'tests/test_sample.py::test_deep',
    partial: [{ id: 'tests/test_sample.py::test_first' }],
  });
  expect(events.filter((event) => event.type === 'planned')).toHaveLength(2);
});
