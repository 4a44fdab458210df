/** How interpreters come up, and what is said when they do not. */
import { describe, expect, test, vi } from 'vitest';
import { AssetError } from './fetch-asset.ts';
import { fetchNothing, setUp, whenState } from './testing/set-up.ts';

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
    // The frame is opened beside the download.
    expect(steps).toEqual(['download', 'compile', 'start-worker']);
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
