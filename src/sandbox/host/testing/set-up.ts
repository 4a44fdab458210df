/** A sandbox with fake frames and a clock turned by hand. */
import type { RunEvent } from '../../../domain/report.ts';
import type { RunRequest } from '../../../domain/run-request.ts';
import type { Sandbox, SandboxState } from '../../sandbox.ts';
import { createSandbox } from '../create-sandbox.ts';
import type { FetchAsset } from '../fetch-asset.ts';
import type { SnapshotStore } from '../snapshot-store.ts';
import { createFakeFrame, type FakeFrame, type FakeFrameHabits } from './fake-frame.ts';
import { createManualClock } from './manual-clock.ts';
import { sampleManifest, sampleRequest } from './samples.ts';

/** A server with four bytes for every file. */
export const fetchNothing: FetchAsset = async (_path, onBytes) => {
  onBytes(4);
  return new Uint8Array(4);
};

/** A sandbox, its frames in the order they were opened, and a run on request. */
export function setUp(
  habits: readonly Partial<FakeFrameHabits>[] = [{}],
  fetchAsset: FetchAsset = fetchNothing,
  snapshots: SnapshotStore | null = null,
) {
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
    snapshots,
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

export function whenState<K extends SandboxState['kind']>(sandbox: Sandbox, kind: K): Promise<SandboxState> {
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
