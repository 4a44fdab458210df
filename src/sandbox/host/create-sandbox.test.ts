/** What the sandbox does with runs: streams them, limits them, ends them, survives them. */
import { describe, expect, test, vi } from 'vitest';
import { sampleReport, sampleResult } from './testing/samples.ts';
import { setUp, whenState } from './testing/set-up.ts';

const first = 'tests/test_a.py::test_first';

describe('a run', () => {
  test('streams its events, ends with its report, and leaves a fresh spare', async () => {
    const { sandbox, begin, tell, report, frame } = setUp();
    const run = begin();
    await run.started;
    const result = sampleResult(first);
    tell({ type: 'started', id: first }, { type: 'finished', test: result });
    report(JSON.stringify(sampleReport([result])));
    expect(await run.ending).toMatchObject({ kind: 'reported', report: { tests: [{ id: first }] } });
    expect(run.events.map((event) => event.type)).toEqual(['started', 'finished']);
    await whenState(sandbox, 'ready');
    const spawned = frame().commands.filter((command) => command.type === 'spawn');
    const killed = frame().commands.filter((command) => command.type === 'kill');
    expect(spawned).toHaveLength(2);
    expect(killed).toMatchObject([{ interpreter: 1 }]);
  });

  test('waits for the boot, can be cancelled while it waits, and the boot goes on', async () => {
    const { sandbox, begin } = setUp();
    const run = begin();
    run.abort.abort();
    expect(await run.ending).toEqual({ kind: 'cancelled', partial: [] });
    await whenState(sandbox, 'ready');
  });

  test('is refused beside another', async () => {
    const { begin } = setUp();
    const one = begin();
    expect(await begin().ending).toEqual({ kind: 'cancelled', partial: [] });
    one.abort.abort();
    await one.ending;
  });

  test('over its limit is interrupted again and again, and tells where it was', async () => {
    const { clock, begin, tell, report, frame } = setUp();
    const run = begin({ limits: { seconds: 3, outputCharacters: 10 } });
    await run.started;
    tell({ type: 'started', id: first });
    await clock.advance(2_999);
    expect(frame().commands.filter(({ type }) => type === 'interrupt')).toHaveLength(0);
    await clock.advance(301);
    expect(frame().commands.filter(({ type }) => type === 'interrupt').length).toBeGreaterThan(2);
    report(JSON.stringify(sampleReport([], { exit: 'interrupted' })));
    expect(await run.ending).toMatchObject({
      kind: 'timed-out',
      limitSeconds: 3,
      lastStarted: first,
      report: { exit: 'interrupted' },
    });
  });

  test('over its limit and deaf to interrupts is killed', async () => {
    const { clock, begin, tell, frame } = setUp();
    const run = begin();
    await run.started;
    tell({ type: 'finished', test: sampleResult(first) });
    await clock.advance(11_000);
    expect(await run.ending).toMatchObject({ kind: 'timed-out', report: null, partial: [{ id: first }] });
    expect(frame().commands).toContainEqual({ type: 'kill', interpreter: 1 });
  });

  test('without shared memory is killed at its limit', async () => {
    const { clock, begin, frame } = setUp([{ hasSharedMemory: false }]);
    const run = begin();
    await run.started;
    await clock.advance(10_000);
    expect(await run.ending).toMatchObject({ kind: 'timed-out', report: null });
    expect(frame().commands.some(({ type }) => type === 'interrupt')).toBe(false);
  });

  test('the limit counts from when the interpreter takes it', async () => {
    const { clock, begin, report, frames } = setUp([{ boots: false }]);
    const run = begin();
    await vi.waitFor(() => expect(frames[0]?.last('spawn')).toBeDefined());
    // The boot takes longer than the run may.
    await clock.advance(20_000);
    frames[0]?.say({ type: 'interpreter-ready', interpreter: 1, stackSwitching: true });
    await run.started;
    await clock.advance(9_000);
    report(JSON.stringify(sampleReport([])));
    expect(await run.ending).toMatchObject({ kind: 'reported' });
  });

  test('is stopped: asked first, then killed, keeping the tests that had ended', async () => {
    const { clock, begin, tell, frame } = setUp();
    const run = begin();
    await run.started;
    tell({ type: 'finished', test: sampleResult(first) });
    run.abort.abort();
    expect(frame().last('interrupt')).toMatchObject({ interpreter: 1 });
    await clock.advance(400);
    expect(await run.ending).toEqual({ kind: 'cancelled', partial: [sampleResult(first)] });
  });

  test('that dies of the engine’s stack is tried once more with less of it', async () => {
    const { begin, tell, die, report, frame } = setUp();
    const run = begin();
    await run.started;
    tell({ type: 'started', id: first });
    die('RangeError: Maximum call stack size exceeded');
    await vi.waitFor(() => expect(frame().last('run')).toMatchObject({ request: { hasShortStack: true } }));
    const result = sampleResult(first);
    report(JSON.stringify(sampleReport([result])));
    expect(await run.ending).toMatchObject({ kind: 'reported', report: { tests: [{ id: first }] } });
  });

  test.each([
    ['RangeError: Maximum call stack size exceeded', { kind: 'crashed', cause: 'stack-overflow' }],
    ['InternalError: too much recursion', { kind: 'crashed', cause: 'stack-overflow' }],
    ['Exit: Program terminated with exit(3)', { kind: 'crashed', cause: 'early-exit' }],
    ['PythonError: Traceback\nMemoryError', { kind: 'out-of-memory' }],
    [
      'PythonError: Traceback (most recent call last):\n  File "/lib/packs/interleave.zip/judge/plugin.py", line 7\nNameError',
      { kind: 'crashed', cause: 'broken-run' },
    ],
    ['RuntimeError: unreachable', { kind: 'crashed', cause: 'unknown' }],
  ])('that dies with %j says what it died of', async (message, ending) => {
    const { begin, tell, die } = setUp([{ hasStackSwitching: false }]);
    const run = begin();
    await run.started;
    tell({ type: 'started', id: first });
    die(message);
    expect(await run.ending).toMatchObject({ ...ending, lastStarted: first });
  });

  test('whose heap was full and whose test failed for it is out of memory', async () => {
    const { begin, report } = setUp();
    const run = begin();
    await run.started;
    report(JSON.stringify(sampleReport([sampleResult(first, 'MemoryError')])), true);
    expect(await run.ending).toMatchObject({ kind: 'out-of-memory', lastStarted: first });
  });

  test('whose worker dies is crashed', async () => {
    const { begin, sayOfRun } = setUp([{ hasStackSwitching: false }]);
    const run = begin();
    await run.started;
    sayOfRun({ type: 'interpreter-lost', isRefused: false, message: 'Maximum call stack size exceeded' });
    expect(await run.ending).toMatchObject({ kind: 'crashed', cause: 'stack-overflow' });
  });

  test.each([
    ['no JSON', 'hello <b>'],
    ['another schema', JSON.stringify({ schema: 2 })],
    ['a foreign test', JSON.stringify(sampleReport([sampleResult('tests/test_b.py::test_x')]))],
    ['an unplanned test', JSON.stringify(sampleReport([sampleResult(first)], { planned: [] }))],
  ])('with a report that is %s is crashed, with the raw text kept', async (_name, text) => {
    const { begin, report } = setUp();
    const run = begin();
    await run.started;
    report(text);
    const ending = await run.ending;
    expect(ending).toMatchObject({ kind: 'crashed', cause: 'unreadable-report' });
    if (ending.kind === 'crashed') expect(ending.raw).toContain(text);
  });

  test('hears nothing of other runs, foreign tests and nonsense', async () => {
    const { begin, frame, tell, report, sayOfRun } = setUp();
    const run = begin();
    await run.started;
    const { interpreter } = frame().last('run');
    const outcome = { kind: 'reported', report: JSON.stringify(sampleReport([])), isHeapExhausted: false };
    frame().say({ type: 'run-ended', interpreter, run: 'run-0', outcome });
    frame().say({ type: 'run-ended', interpreter: 99, run: frame().last('run').run, outcome });
    frame().say('nonsense');
    frame().say(null);
    sayOfRun({ type: 'run-ended', outcome: 'passed' });
    sayOfRun({ type: 'run-progressed', events: ['{', '{"type":"won"}'], dropped: 0 });
    tell({ type: 'started', id: 'tests/other.py::test_x' });
    report(JSON.stringify(sampleReport([sampleResult(first)])));
    expect(await run.ending).toMatchObject({ kind: 'reported', report: { tests: [{ id: first }] } });
    expect(run.events).toEqual([]);
  });
});

describe('a lost frame', () => {
  test('during a run ends it as crashed; the next run has a new frame', async () => {
    const { clock, begin, frames, report } = setUp([{ answersPings: false }, {}]);
    const run = begin({ limits: { seconds: 60, outputCharacters: 10 } });
    await run.started;
    await clock.advance(10_000);
    expect(await run.ending).toMatchObject({ kind: 'crashed', cause: 'frame-lost' });
    expect(frames[0]?.isClosed()).toBe(true);

    const next = begin();
    await next.started;
    expect(frames).toHaveLength(2);
    report(JSON.stringify(sampleReport([])));
    expect(await next.ending).toMatchObject({ kind: 'reported' });
  });

  test('found out when a run is to begin costs only time: the run gets another one', async () => {
    const { sandbox, clock, begin, frames, report } = setUp([{ takesRuns: false, answersPings: false }, {}]);
    sandbox.prepare([]);
    await whenState(sandbox, 'ready');
    const run = begin();
    await vi.waitFor(() => expect(frames[0]?.last('run')).toBeDefined());
    await clock.advance(15_000);
    await run.started;
    expect(frames).toHaveLength(2);
    report(JSON.stringify(sampleReport([])));
    expect(await run.ending).toMatchObject({ kind: 'reported' });
  });
});

test('a disposed sandbox ends its run, closes its frame and starts nothing', async () => {
  const { sandbox, begin, frame } = setUp();
  const run = begin();
  await run.started;
  sandbox.dispose();
  expect(await run.ending).toMatchObject({ kind: 'cancelled' });
  expect(frame().isClosed()).toBe(true);
  sandbox.prepare([]);
  expect(sandbox.getState()).toEqual({ kind: 'idle' });
  expect(await begin().ending).toEqual({ kind: 'cancelled', partial: [] });
});

describe('tests that are likely to be run again', () => {
  const tests = [
    { path: 'tests/test_a.py', text: 'def test_a(): pass' },
    { path: 'tests/test_own.py', text: 'def test_own(): pass' },
  ];
  const changes = {
    files: [{ path: 'solution.py', text: '' }, ...tests],
    editable: ['solution.py', 'tests/test_own.py'],
    testFiles: tests.map(({ path }) => path),
  };

  test('are compiled by the next interpreter while it waits, but for the learner’s own', async () => {
    const { sandbox, frame, begin, report } = setUp();
    const run = begin(changes);
    await run.started;
    expect(() => frame().last('rehearse')).toThrow();
    report(JSON.stringify(sampleReport([])));
    await run.ending;
    await whenState(sandbox, 'ready');
    expect(frame().last('rehearse').files).toEqual([tests[0]]);
    expect(frame().last('rehearse').interpreter).toBe(frame().last('spawn').interpreter);
  });

  test('are left alone when that was the end of an interpreter', async () => {
    const { sandbox, frame, begin, report } = setUp();
    const run = begin(changes);
    await run.started;
    report(JSON.stringify(sampleReport([])));
    await run.ending;
    await whenState(sandbox, 'ready');
    const { interpreter } = frame().last('rehearse');
    frame().say({ type: 'interpreter-lost', interpreter, isRefused: false, message: 'It broke.' });
    expect(sandbox.getState().kind).toBe('booting');
    await whenState(sandbox, 'ready');
    expect(frame().commands.filter(({ type }) => type === 'rehearse')).toHaveLength(1);
  });
});
