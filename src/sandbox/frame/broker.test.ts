/** The broker with workers that are only pretended. */
import { afterEach, expect, test, vi } from 'vitest';
import { sampleRequest } from '../host/testing/samples.ts';
import type { MemorySnapshot } from '../memory-snapshot.ts';
import type { BootMessage, FrameCommand, FrameEvent, WorkerMessage } from '../protocol.ts';
import { createBroker } from './broker.ts';
import type { Engine } from './engine.ts';

interface FakeWorker {
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null;
  onmessage: (() => void) | null;
  boot: BootMessage | null;
  isTerminated: boolean;
}

const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function setUp(changes: Partial<Engine> = {}) {
  const events: FrameEvent[] = [];
  const workers: FakeWorker[] = [];
  const engine: Engine = {
    startWorker: () => {
      const worker: FakeWorker = { onerror: null, onmessage: null, boot: null, isTerminated: false };
      workers.push(worker);
      return Object.assign(worker, {
        postMessage: (boot: BootMessage) => {
          worker.boot = boot;
          ports.push(boot.port);
        },
        terminate: () => {
          worker.isTerminated = true;
        },
      }) as unknown as Worker;
    },
    createUrl: (_script, kind) => `${kind}:worker`,
    compile: async () => ({}) as WebAssembly.Module,
    createControl: () => new SharedArrayBuffer(64),
    createChannel: () => new MessageChannel(),
    setTimer: (callback) => queueMicrotask(callback),
    remindCollector: () => {},
    hasSharedMemory: true,
    hasStackSwitching: false,
    ...changes,
  };
  const obey = createBroker(engine, (event) => events.push(event));

  async function install(): Promise<void> {
    obey({
      type: 'install',
      worker: new ArrayBuffer(1),
      wasm: new ArrayBuffer(1),
      lockInfo: { abi_version: '', arch: '', platform: '', python: '' },
      workerUrl: 'blob',
      heapLimitBytes: 1,
      hashSeed: 0,
      isSnapshotWanted: true,
    });
    await vi.waitFor(() => expect(events.length).toBeGreaterThan(0));
    addPack('stdlib');
  }

  function addPack(name: string): void {
    obey({ type: 'add-pack', pack: { name, mountPath: `/${name}`, bytes: new ArrayBuffer(1) } });
  }

  async function spawn(...packs: string[]): Promise<FakeWorker> {
    await install();
    for (const name of packs) addPack(name);
    obey({ type: 'spawn', interpreter: 1, packs, processes: 0 });
    const worker = workers.at(-1);
    if (!worker) throw new Error('No worker was started.');
    return worker;
  }

  async function hear<T extends FrameEvent['type']>(type: T): Promise<FrameEvent> {
    return vi.waitFor(() => {
      const found = events.find((event) => event.type === type);
      if (!found) throw new Error(`${type} was not said`);
      return found;
    });
  }
  const say = (worker: FakeWorker, message: WorkerMessage) => worker.boot?.port.postMessage(message);
  const run = (id: string): FrameCommand => ({
    type: 'run',
    interpreter: 1,
    run: id,
    request: sampleRequest,
  });
  return { obey, events, workers, install, spawn, hear, say, run };
}

test('installs once and says what the engine can do', async () => {
  const { install, events } = setUp();
  await install();
  expect(events).toEqual([
    { type: 'installed', capabilities: { sharedMemory: true, stackSwitching: false } },
  ]);
});

test('says when the program cannot be compiled', async () => {
  const { install, events } = setUp({ compile: () => Promise.reject(new Error('no room')) });
  await install();
  expect(events).toEqual([{ type: 'install-failed', message: 'Error: no room' }]);
});

test('gives an interpreter the packs it asked for, in order', async () => {
  const { spawn } = setUp();
  const worker = await spawn('site', 'interleave', 'flask');
  expect(worker.boot?.packs.map((pack) => pack.name)).toEqual(['site', 'interleave', 'flask']);
});

test('passes steps, readiness, events and the end of a run on', async () => {
  const { spawn, obey, say, hear, run, events } = setUp();
  const worker = await spawn();
  say(worker, { type: 'stepped', interpreter: 1, step: 'warm-up' });
  say(worker, { type: 'ready', interpreter: 1, stackSwitching: true });
  await hear('interpreter-ready');
  obey(run('a'));
  say(worker, { type: 'started', run: 'a' });
  say(worker, { type: 'progressed', run: 'a', event: 'one' });
  say(worker, {
    type: 'ended',
    run: 'a',
    outcome: { kind: 'reported', report: '{}', isHeapExhausted: false },
  });
  await hear('run-ended');
  expect(events.map((event) => event.type)).toEqual([
    'installed',
    'interpreter-stepped',
    'interpreter-ready',
    'run-started',
    'run-progressed',
    'run-ended',
  ]);
});

test('drops words about another run, and unknown words', async () => {
  const { spawn, obey, say, hear, run, events } = setUp();
  const worker = await spawn();
  obey(run('a'));
  say(worker, {
    type: 'ended',
    run: 'b',
    outcome: { kind: 'reported', report: '{}', isHeapExhausted: false },
  });
  say(worker, { type: 'won' } as unknown as WorkerMessage);
  say(worker, { type: 'started', run: 'a' });
  await hear('run-started');
  expect(events.some((event) => event.type === 'run-ended')).toBe(false);
});

test('an interrupt sets Python’s flag', async () => {
  const { spawn, obey } = setUp();
  const worker = await spawn();
  obey({ type: 'interrupt', interpreter: 1 });
  expect(new Uint8Array(worker.boot?.control ?? new ArrayBuffer(1))[0]).toBe(2);
});

test('a worker that never spoke was refused; one that spoke died', async () => {
  const { spawn, say, hear, events } = setUp();
  const silent = await spawn();
  silent.onerror?.({ message: '', preventDefault: () => {} });
  expect(await hear('interpreter-lost')).toMatchObject({ isRefused: true });
  expect(silent.isTerminated).toBe(true);

  events.length = 0;
  const talking = await spawn();
  say(talking, { type: 'ready', interpreter: 1, stackSwitching: true });
  await hear('interpreter-ready');
  talking.onerror?.({ message: 'Maximum call stack size exceeded', preventDefault: () => {} });
  expect(await hear('interpreter-lost')).toMatchObject({ isRefused: false });
});

test('a worker that floods its port is ended', async () => {
  const { spawn, say, hear } = setUp();
  const worker = await spawn();
  for (let count = 0; count < 25_001; count += 1) say(worker, { type: 'noise' } as unknown as WorkerMessage);
  expect(await hear('interpreter-lost')).toMatchObject({ isRefused: false });
  expect(worker.isTerminated).toBe(true);
});

test('a worker that floods its default channel is ended', async () => {
  const { spawn, hear } = setUp();
  const worker = await spawn();
  for (let count = 0; count < 1_000; count += 1) worker.onmessage?.();
  expect(worker.isTerminated).toBe(false);
  worker.onmessage?.();
  expect(await hear('interpreter-lost')).toMatchObject({ interpreter: 1 });
  expect(worker.isTerminated).toBe(true);
});

test('boot steps, readiness and starts are passed on once', async () => {
  const { spawn, obey, say, hear, run, events } = setUp();
  const worker = await spawn();
  for (let count = 0; count < 3; count += 1)
    say(worker, { type: 'stepped', interpreter: 1, step: 'warm-up' });
  for (let count = 0; count < 3; count += 1)
    say(worker, { type: 'ready', interpreter: 1, stackSwitching: true });
  await hear('interpreter-ready');
  obey(run('a'));
  for (let count = 0; count < 3; count += 1) say(worker, { type: 'started', run: 'a' });
  say(worker, {
    type: 'ended',
    run: 'a',
    outcome: { kind: 'reported', report: '{}', isHeapExhausted: false },
  });
  await hear('run-ended');
  expect(events.map((event) => event.type)).toEqual([
    'installed',
    'interpreter-stepped',
    'interpreter-ready',
    'run-started',
    'run-ended',
  ]);
});

test('a killed interpreter is terminated and says nothing more', async () => {
  const { spawn, obey, events } = setUp();
  const worker = await spawn();
  const said = events.length;
  obey({ type: 'kill', interpreter: 1 });
  worker.onerror?.({ message: 'late', preventDefault: () => {} });
  expect(worker.isTerminated).toBe(true);
  expect(events).toHaveLength(said);
});

test('answers a ping', () => {
  const { obey, events } = setUp();
  obey({ type: 'ping', ping: 7 });
  expect(events).toEqual([{ type: 'pong', ping: 7 }]);
});

const snapshot: MemorySnapshot = {
  heapBytes: 7,
  spans: new Uint32Array([0, 7]),
  bytes: new ArrayBuffer(7),
  links: '{}',
  stacks: [1],
  threadProblem: null,
  functions: 3,
};

async function hand(worker: FakeWorker, given: unknown = snapshot): Promise<void> {
  worker.boot?.port.postMessage({ type: 'snapshot-made', snapshot: given });
}

test('the first interpreter is asked for its memory, and the second goes on with it', async () => {
  const { spawn, obey, say, hear, workers } = setUp();
  const first = await spawn('site');
  expect(first.boot).toMatchObject({ snapshot: null, isSnapshotWanted: true });
  await hand(first);
  say(first, { type: 'ready', interpreter: 1, stackSwitching: true });
  await hear('interpreter-ready');
  obey({ type: 'spawn', interpreter: 2, packs: ['site'], processes: 0 });
  expect(workers.at(-1)?.boot?.snapshot).toEqual(snapshot);
  expect(workers.at(-1)?.boot?.isSnapshotWanted).toBe(false);
});

test('what is no memory is not kept, and another interpreter is asked', async () => {
  const { spawn, obey, say, hear, workers } = setUp();
  const first = await spawn('site');
  await hand(first, { ...snapshot, bytes: 'none' });
  say(first, { type: 'ready', interpreter: 1, stackSwitching: true });
  await hear('interpreter-ready');
  obey({ type: 'spawn', interpreter: 2, packs: ['site'], processes: 0 });
  expect(workers.at(-1)?.boot).toMatchObject({ snapshot: null, isSnapshotWanted: true });
});

test('an interpreter that is ready gives no memory: a learner may have it in hand', async () => {
  const { spawn, obey, say, hear, run, workers } = setUp();
  const first = await spawn('site');
  say(first, { type: 'ready', interpreter: 1, stackSwitching: true });
  await hear('interpreter-ready');
  await hand(first);
  obey(run('run-1'));
  say(first, { type: 'started', run: 'run-1' });
  await hear('run-started');
  obey({ type: 'spawn', interpreter: 2, packs: ['site'], processes: 0 });
  expect(workers.at(-1)?.boot).toMatchObject({ snapshot: null, isSnapshotWanted: true });
});

test('a memory that was refused is given to nobody again', async () => {
  const { spawn, obey, say, hear, workers } = setUp();
  const first = await spawn('site');
  await hand(first);
  say(first, { type: 'ready', interpreter: 1, stackSwitching: true });
  await hear('interpreter-ready');
  obey({ type: 'spawn', interpreter: 2, packs: ['site'], processes: 0 });
  const second = workers.at(-1) as FakeWorker;
  say(second, { type: 'snapshot-refused' });
  say(second, { type: 'stepped', interpreter: 2, step: 'warm-up' });
  await hear('interpreter-stepped');
  obey({ type: 'spawn', interpreter: 3, packs: ['site'], processes: 0 });
  expect(workers.at(-1)?.boot).toMatchObject({ snapshot: null, isSnapshotWanted: false });
});

test('hands each memory that is made to the page, in bytes that are not shared', async () => {
  const { spawn, hear } = setUp();
  const shared: MemorySnapshot = { ...snapshot, bytes: new SharedArrayBuffer(2) };
  await hand(await spawn('site'), shared);
  const event = await hear('snapshot-made');
  expect(event).toMatchObject({
    kind: { packs: ['site'], role: 'alone' },
    snapshot: { links: snapshot.links },
  });
  expect('snapshot' in event && event.snapshot.bytes).toEqual(new ArrayBuffer(2));
});

test('starts an interpreter with a memory of an earlier visit, in shared bytes where there are any', async () => {
  const { install, obey, workers } = setUp();
  await install();
  const kind = { packs: [], role: 'alone' } as const;
  obey({ type: 'add-snapshot', kind, snapshot: { ...snapshot, bytes: Uint8Array.of(7).buffer } });
  obey({ type: 'spawn', interpreter: 1, packs: [], processes: 0 });
  const { boot } = workers.at(-1) ?? {};
  expect(boot).toMatchObject({ isSnapshotWanted: false, snapshot: { links: snapshot.links } });
  expect(boot?.snapshot?.bytes).toBeInstanceOf(SharedArrayBuffer);
  expect(new Uint8Array(boot?.snapshot?.bytes ?? new ArrayBuffer(0))).toEqual(Uint8Array.of(7));
});
