/** Every way a run can end, in a real browser with a real interpreter; the next run is never affected. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type GateSession, openGate } from './gate-session.ts';
import { goodSolution, sampleRequest } from './sample-request.ts';

const twoTests = 'def double(x):\n    return 2 * x\n';
const callsIt =
  'from solution import double\n\ndef test_first():\n    assert True\n\ndef test_call():\n    double(2)\n';

describe.each([
  ['with isolation headers', true],
  ['without isolation headers', false],
] as const)('a run %s', (_name, isIsolated) => {
  let gate: GateSession;

  beforeAll(async () => {
    gate = await openGate(isIsolated);
  });

  afterAll(() => gate?.close());

  // Whatever happened before, the next run meets a fresh interpreter.
  afterEach(async () => {
    expect(await gate.verdict(sampleRequest(goodSolution))).toMatchObject({ kind: 'passed' });
  });

  test('boots and says what this browser can do', async () => {
    await gate.page.evaluate(() => window.gate.prepare([]));
    const [state] = await gate.page.evaluate(() => window.gate.states());
    expect(state).toMatchObject({
      kind: 'ready',
      python: '3.14.2',
      capabilities: { sharedMemory: isIsolated },
    });
  });

  test('passes', async () => {
    const { ending, events } = await gate.run(sampleRequest(twoTests));
    expect(ending).toMatchObject({ kind: 'reported', report: { exit: 'finished', pytest: '9.2.0' } });
    expect(events.map((event) => event.type)).toEqual([
      'planned',
      'started',
      'finished',
      'started',
      'finished',
    ]);
  });

  test('fails', async () => {
    const verdict = await gate.verdict(sampleRequest('def double(x):\n    return x + 2\n'));
    expect(verdict).toMatchObject({
      kind: 'failed',
      report: {
        tests: [
          { id: 'tests/test_sample.py::test_two', outcome: 'passed' },
          { id: 'tests/test_sample.py::test_zero', outcome: 'failed', failure: { type: 'AssertionError' } },
        ],
      },
    });
  });

  test('is stopped in an endless loop, and keeps what was done', async () => {
    const { ending } = await gate.stopWhenStarted(
      sampleRequest('def double(x):\n    while True:\n        pass\n', { tests: callsIt }),
    );
    expect(ending.kind).toBe('cancelled');
  });

  test('runs into its limit in an endless loop', async () => {
    const solution = 'def double(x):\n    while True:\n        pass\n';
    const verdict = await gate.verdict(sampleRequest(solution, { tests: callsIt, seconds: 2 }));
    expect(verdict).toMatchObject({ kind: 'timed-out', limitSeconds: 2 });
    if (verdict.kind !== 'timed-out') return;
    expect(verdict.tests[0]).toMatchObject({ id: 'tests/test_sample.py::test_first', outcome: 'passed' });
    if (isIsolated) expect(verdict.where).toMatchObject({ file: 'solution.py', function: 'double' });
    else expect(verdict).toMatchObject({ where: null, lastStarted: 'tests/test_sample.py::test_call' });
  });

  test('runs into its limit in a loop inside C', async () => {
    const solution = 'def double(x):\n    return sum(range(10**12))\n';
    const verdict = await gate.verdict(sampleRequest(solution, { seconds: 2 }));
    expect(verdict).toMatchObject({ kind: 'timed-out', lastStarted: 'tests/test_sample.py::test_two' });
  });

  test('runs into its limit asleep', async () => {
    const solution = 'import time\n\ndef double(x):\n    time.sleep(300)\n';
    const verdict = await gate.verdict(sampleRequest(solution, { seconds: 2 }));
    expect(verdict).toMatchObject({ kind: 'timed-out' });
    if (isIsolated) expect(verdict).toMatchObject({ where: { file: 'solution.py', line: 4 } });
  });

  test('runs into its limit while catching every interrupt', async () => {
    const solution =
      'def double(x):\n    while True:\n        try:\n            while True: pass\n        except BaseException:\n            pass\n';
    const verdict = await gate.verdict(sampleRequest(solution, { seconds: 2 }));
    expect(verdict).toMatchObject({ kind: 'timed-out' });
  });

  test('reports plain endless recursion as a failed test', async () => {
    const verdict = await gate.verdict(sampleRequest('def double(x):\n    return double(x)\n'));
    expect(verdict).toMatchObject({
      kind: 'failed',
      report: { tests: [{ failure: { type: 'RecursionError' } }, {}] },
    });
  });

  test('ends the interpreter from inside', async () => {
    const verdict = await gate.verdict(sampleRequest('import os\n\ndef double(x):\n    os._exit(3)\n'));
    expect(verdict).toMatchObject({ kind: 'crashed', cause: 'early-exit' });
  });

  test('calls sys.exit', async () => {
    const verdict = await gate.verdict(sampleRequest('import sys\n\ndef double(x):\n    sys.exit(0)\n'));
    expect(verdict.kind).not.toBe('passed');
    expect(verdict).toMatchObject({ kind: 'failed' });
  });

  test('fills the memory', async () => {
    const solution =
      'def double(x):\n    hoard = []\n    while True:\n        hoard.append(bytearray(50_000_000))\n';
    const verdict = await gate.verdict(sampleRequest(solution));
    expect(verdict).toMatchObject({ kind: 'out-of-memory', lastStarted: 'tests/test_sample.py::test_two' });
  });

  test('prints without end, and the page stays awake', async () => {
    const solution = 'def double(x):\n    while True:\n        print("flood" * 20)\n';
    const { kind, ticks } = await gate.page.evaluate(
      async (asked) => {
        let seen = 0;
        const timer = setInterval(() => {
          seen += 1;
        }, 10);
        const { ending } = await window.gate.run(asked);
        clearInterval(timer);
        return { kind: ending.kind, ticks: seen };
      },
      sampleRequest(solution, { seconds: 2 }),
    );
    expect(kind).toBe('timed-out');
    // A page that froze during the run would have ticked once or twice.
    expect(ticks).toBeGreaterThan(20);
  });

  test('has more test cases than the page wants to hear of one by one', async () => {
    const many =
      'import pytest\n\n@pytest.mark.parametrize("n", range(300))\ndef test_n(n):\n    assert n >= 0\n';
    const { ending } = await gate.run(sampleRequest(goodSolution, { tests: many }));
    expect(ending).toMatchObject({ kind: 'reported' });
    if (ending.kind === 'reported') expect(ending.report.tests).toHaveLength(300);
  });

  test('is asked for before the boot has ended: it waits, can be cancelled, and then runs', async () => {
    await gate.page.reload();
    const seen = await gate.page.evaluate(async (asked) => {
      const early = window.gate.start(asked);
      const stateAtOnce = window.gate.states()[0]?.kind;
      early.stop();
      const cancelled = await early.result;
      const stateAfterwards = window.gate.states()[0]?.kind;
      const again = await window.gate.start(asked).result;
      return { stateAtOnce, cancelled, stateAfterwards, again };
    }, sampleRequest(goodSolution));
    expect(seen).toMatchObject({
      stateAtOnce: 'booting',
      cancelled: { ending: { kind: 'cancelled' }, ms: null },
      stateAfterwards: 'booting',
      again: { ending: { kind: 'reported' } },
    });
  });
});
