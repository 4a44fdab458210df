/** The sandbox's states and endings, with a fake frame and a clock turned by hand. */
import { describe, expect, test, vi } from 'vitest';
import type { RunEvent } from '../../domain/report.ts';
import type { RunRequest } from '../../domain/run-request.ts';
import type { Sandbox, SandboxState } from '../sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { AssetError, type FetchAsset } from './fetch-asset.ts';
import { createFakeFrame, type FakeFrame, type FakeFrameHabits } from './testing/fake-frame.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { sampleManifest, sampleReport, sampleRequest, sampleResult } from './testing/samples.ts';

const first = 'tests/test_a.py::test_first';

const fetchNothing: FetchAsset = async (_path, onBytes) => {
  onBytes(4);
  return new Uint8Array(4);
};

/** A sandbox, its frames in the order they were opened, and a run on request. */
function setUp(habits: readonly Partial<FakeFrameHabits>[] = [{}], fetchAsset: FetchAsset = fetchNothing) {
  const clock = createManualClock();
  const frames: FakeFrame[] = [];
  const workerUrls: string[] = [];
  const sandbox = createSandbox({
    loadManifest: async () => sampleManifest,
    fetchAsset,
    openFrame: async (_boot, workerUrl) => {
      const frame = createFakeFrame(habits[frames.length] ?? habits.at(-1));
      frames.push(frame);
      workerUrls.push(workerUrl);
      return frame;
    },
    clock,
  });
  const frame = () => {
    const newest = frames.at(-1);
    if (!newest) throw new Error('No frame was opened.');
    return newest;
  };

  function begin(changes: Partial<RunRequest> = {}) {
    const abort = new AbortController();
    const events: RunEvent[] = [];
    let announce = () => {};
    const started = new Promise<void>((resolve) => {
      announce = resolve;
    });
    const ending = sandbox.run(
      { ...sampleRequest, ...changes },
      { signal: abort.signal, onEvent: (event) => events.push(event), onStart: () => announce() },
    );
    return { abort, events, started, ending };
  }

  /** Says something about the newest run. */
  function sayOfRun(rest: { readonly type: string; readonly [key: string]: unknown }): void {
    const { interpreter, run } = frame().last('run');
    frame().say({ interpreter, run, ...rest });
  }

  const tell = (...events: RunEvent[]) =>
    sayOfRun({ type: 'run-progressed', events: events.map((event) => JSON.stringify(event)), dropped: 0 });
  const report = (text: string, isHeapExhausted = false) =>
    sayOfRun({ type: 'run-ended', outcome: { kind: 'reported', report: text, isHeapExhausted } });
  const die = (message: string, isHeapExhausted = false) =>
    sayOfRun({ type: 'run-ended', outcome: { kind: 'died', message, isHeapExhausted } });

  return { sandbox, clock, frames, workerUrls, frame, begin, sayOfRun, tell, report, die };
}

function whenState<K extends SandboxState['kind']>(sandbox: Sandbox, kind: K): Promise<SandboxState> {
  return new Promise((resolve) => {
    const look = () => {
      const state = sandbox.getState();
      if (state.kind !== kind) return;
      unsubscribe();
      resolve(state);
    };
    const unsubscribe = sandbox.subscribe(look);
    look();
  });
}

describe('booting', () => {
  test('goes through named steps to ready', async () => {
    const { sandbox, frame } = setUp();
    const steps: string[] = [];
    sandbox.subscribe(() => {
      const state = sandbox.getState();
      if (state.kind === 'booting') steps.push(state.step);
    });
    sandbox.prepare(['SQLAlchemy']);
    const state = await whenState(sandbox, 'ready');
    expect(state).toMatchObject({ python: '3.14.2', capabilities: { sharedMemory: true } });
    expect(steps).toEqual(['download', 'frame', 'compile', 'start-worker']);
    expect(frame().last('spawn').packs).toEqual(['site', 'interleave', 'sqlalchemy']);
    expect(frame().last('add-pack').pack.mountPath).toBe('/lib/packs/sqlalchemy.zip');
  });

  test('is not begun again for the same packages, and is for others', async () => {
    const { sandbox, frames, frame } = setUp();
    sandbox.prepare(['flask']);
    await whenState(sandbox, 'ready');
    sandbox.prepare(['flask']);
    expect(sandbox.getState().kind).toBe('ready');
    sandbox.prepare([]);
    expect(sandbox.getState().kind).toBe('booting');
    await whenState(sandbox, 'ready');
    expect(frames).toHaveLength(1);
    expect(frame().commands.filter((command) => command.type === 'kill')).toHaveLength(1);
  });

  test('fetches each file once, whatever is prepared while the download goes on', async () => {
    const asked: string[] = [];
    const { sandbox } = setUp([{}], async (path, onBytes, signal) => {
      asked.push(path);
      return fetchNothing(path, onBytes, signal);
    });
    sandbox.prepare([]);
    sandbox.prepare(['flask']);
    sandbox.prepare([]);
    await whenState(sandbox, 'ready');
    expect(asked).toHaveLength(new Set(asked).size);
  });

  test('says when nothing moves, and Retry asks again for what hangs', async () => {
    let isHanging = true;
    const { sandbox, clock } = setUp([{}], (path, onBytes, signal) => {
      if (!isHanging || !path.startsWith('wasm')) return fetchNothing(path, onBytes, signal);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    sandbox.prepare([]);
    await vi.waitFor(async () => {
      await clock.advance(6_000);
      expect(sandbox.getState()).toMatchObject({
        kind: 'booting',
        step: 'download',
        isSlow: true,
        loadedBytes: 16,
        totalBytes: 20,
      });
    });
    isHanging = false;
    sandbox.retry();
    await whenState(sandbox, 'ready');
  });

  test('fails with a sentence and the bytes so far; a run ends as crashed; Retry heals', async () => {
    let isBroken = true;
    const { sandbox, begin } = setUp([{}], async (path, onBytes, signal) => {
      if (isBroken && path.startsWith('stdlib')) throw new AssetError('The server answered 503.');
      return fetchNothing(path, onBytes, signal);
    });
    const ending = await begin().ending;
    expect(ending).toMatchObject({ kind: 'crashed', cause: 'boot-failed', raw: 'The server answered 503.' });
    expect(sandbox.getState()).toMatchObject({ kind: 'failed', step: 'download', totalBytes: 20 });
    isBroken = false;
    sandbox.retry();
    await whenState(sandbox, 'ready');
  });

  test('a file of the wrong size is not used', async () => {
    const { sandbox } = setUp([{}], async () => new Uint8Array(3));
    sandbox.prepare([]);
    expect(await whenState(sandbox, 'failed')).toMatchObject({ step: 'download' });
  });

  test('an unknown package is named', async () => {
    const { sandbox } = setUp();
    sandbox.prepare(['numpy']);
    expect(await whenState(sandbox, 'failed')).toMatchObject({
      step: 'load-packages',
      message: 'The interpreter has no package named "numpy".',
    });
  });

  test('where blob workers are refused, a second frame tries data workers', async () => {
    const { sandbox, frames, workerUrls } = setUp([{ boots: false }, {}]);
    sandbox.prepare([]);
    await vi.waitFor(() => expect(frames[0]?.last('spawn')).toBeDefined());
    frames[0]?.say({ type: 'interpreter-lost', interpreter: 1, isRefused: true, message: '' });
    await whenState(sandbox, 'ready');
    expect(workerUrls).toEqual(['blob', 'data']);
    expect(frames[0]?.isClosed()).toBe(true);
  });

  test('a worker that falls silent fails the boot', async () => {
    const { sandbox, clock, frames } = setUp([{ boots: false }]);
    sandbox.prepare([]);
    await vi.waitFor(() => expect(frames[0]?.last('spawn')).toBeDefined());
    frames[0]?.say({ type: 'interpreter-stepped', interpreter: 1, step: 'start-python' });
    await clock.advance(100_000);
    expect(await whenState(sandbox, 'failed')).toMatchObject({
      step: 'start-python',
      message: 'Python did not start.',
    });
  });
});

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
    frames[0]?.say({ type: 'interpreter-ready', interpreter: 1 });
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

  test.each([
    ['RangeError: Maximum call stack size exceeded', { kind: 'crashed', cause: 'stack-overflow' }],
    ['InternalError: too much recursion', { kind: 'crashed', cause: 'stack-overflow' }],
    ['Exit: Program terminated with exit(3)', { kind: 'crashed', cause: 'early-exit' }],
    ['PythonError: Traceback\nMemoryError', { kind: 'out-of-memory' }],
    ['RuntimeError: unreachable', { kind: 'crashed', cause: 'unknown' }],
  ])('that dies with %j says what it died of', async (message, ending) => {
    const { begin, tell, die } = setUp();
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
    const { begin, sayOfRun } = setUp();
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
