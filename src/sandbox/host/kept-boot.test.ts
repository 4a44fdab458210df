/** Boots from memories of an earlier visit, with frames that are only pretended. */
import { expect, test, vi } from 'vitest';
import type { MemorySnapshot, SnapshotKind } from '../memory-snapshot.ts';
import { type KeptSnapshot, type SnapshotStore, toKindText } from './snapshot-store.ts';
import type { FakeFrameHabits } from './testing/fake-frame.ts';
import { fetchNothing, setUp, whenState } from './testing/set-up.ts';

const alone: SnapshotKind = { packs: ['site', 'interleave'], role: 'alone' };
const snapshot: MemorySnapshot = {
  heapBytes: 65_536,
  spans: Uint32Array.of(0, 1),
  bytes: new ArrayBuffer(1),
  links: '{}',
  stacks: [],
  threadProblem: null,
  functions: 1,
};
const kept: KeptSnapshot = { capabilities: { sharedMemory: true, stackSwitching: true }, snapshot };

/** In memory; tells what was asked of it. */
function createStore(found: readonly (readonly [SnapshotKind, KeptSnapshot])[] = []) {
  const records = new Map(found.map(([kind, one]) => [toKindText(kind), one]));
  const asked: string[] = [];
  const store: SnapshotStore = {
    find: async (image, kind) => {
      asked.push(`find ${image} ${toKindText(kind)}`);
      return records.get(toKindText(kind)) ?? null;
    },
    keep: async (_image, kind, one) => void records.set(toKindText(kind), one),
    forget: async (_image, kind) => void records.delete(toKindText(kind)),
  };
  return { store, records, asked };
}

function begin(store: SnapshotStore, habits: Partial<FakeFrameHabits> = {}) {
  return setUp([habits], fetchNothing, store);
}

test('the memory of an earlier visit is in the frame before its first interpreter starts', async () => {
  const { store, asked } = createStore([[alone, kept]]);
  const { sandbox, frame } = begin(store);
  sandbox.prepare([]);
  await whenState(sandbox, 'ready');
  const types = frame().commands.map((command) => command.type);
  expect(types.indexOf('add-snapshot')).toBeGreaterThan(types.indexOf('install'));
  expect(types.indexOf('add-snapshot')).toBeLessThan(types.indexOf('spawn'));
  expect(frame().last('add-snapshot')).toMatchObject({ kind: alone, snapshot });
  expect(frame().last('install').isSnapshotWanted).toBe(true);
  expect(asked).toEqual(['find 0123456789abcdef alone site interleave']);
});

test('a frame that has it is not given it again', async () => {
  const { store } = createStore([[alone, kept]]);
  const { sandbox, frame } = begin(store);
  sandbox.prepare([]);
  await whenState(sandbox, 'ready');
  sandbox.prepare(['flask']);
  await whenState(sandbox, 'ready');
  sandbox.prepare([]);
  await whenState(sandbox, 'ready');
  expect(frame().commands.filter((command) => command.type === 'add-snapshot')).toHaveLength(1);
});

test('a challenge with processes wants two kinds', async () => {
  const { store, asked } = createStore();
  const { sandbox } = begin(store);
  sandbox.prepare([], 2);
  await whenState(sandbox, 'ready');
  expect(asked.map((text) => text.split(' ')[2])).toEqual(['main', 'child']);
});

test('a memory made by another kind of engine is not used', async () => {
  const { store } = createStore([
    [alone, { ...kept, capabilities: { sharedMemory: false, stackSwitching: true } }],
  ]);
  const { sandbox, frame } = begin(store);
  sandbox.prepare([]);
  await whenState(sandbox, 'ready');
  expect(() => frame().last('add-snapshot')).toThrow();
});

test('what the first interpreter makes is kept, with what its engine can do', async () => {
  const { store, records } = createStore();
  const { sandbox, frame } = begin(store);
  sandbox.prepare([]);
  await whenState(sandbox, 'ready');
  frame().say({ type: 'snapshot-made', kind: alone, snapshot });
  expect([...records.values()]).toEqual([kept]);
});

test('nothing is kept that was made after a run began: it might be a learner’s', async () => {
  const { store, records } = createStore();
  const { sandbox, frame, begin: run } = begin(store);
  sandbox.prepare([]);
  const { started } = run();
  await started;
  frame().say({ type: 'snapshot-made', kind: alone, snapshot });
  expect(records.size).toBe(0);
});

test('what is no memory is not kept', async () => {
  const { store, records } = createStore();
  const { sandbox, frame } = begin(store);
  sandbox.prepare([]);
  await whenState(sandbox, 'ready');
  frame().say({ type: 'snapshot-made', kind: alone, snapshot: { ...snapshot, spans: [0, 1] } });
  frame().say({ type: 'snapshot-made', kind: { ...alone, role: 'god' }, snapshot });
  expect(records.size).toBe(0);
});

test('a memory that does not fit is forgotten', async () => {
  const { store, records } = createStore([[alone, kept]]);
  const { sandbox, frame } = begin(store);
  sandbox.prepare([]);
  await whenState(sandbox, 'ready');
  frame().say({ type: 'snapshot-refused', kind: alone });
  expect(records.size).toBe(0);
});

test('after a boot that failed the next one does without', async () => {
  const { store, records } = createStore([[alone, kept]]);
  const { sandbox, frames } = begin(store, { boots: false });
  sandbox.prepare([]);
  await vi.waitFor(() => expect(frames[0]?.last('spawn')).toBeDefined());
  frames[0]?.say({ type: 'interpreter-lost', interpreter: 1, isRefused: false, message: 'It broke.' });
  await whenState(sandbox, 'failed');
  expect(records.size).toBe(0);
  sandbox.retry();
  await vi.waitFor(() => expect(frames).toHaveLength(2));
  await vi.waitFor(() => expect(frames[1]?.last('spawn')).toBeDefined());
  expect(() => frames[1]?.last('add-snapshot')).toThrow();
});

test('a frame that keeps saying that it refuses one is heard once', async () => {
  const { store } = createStore([[alone, kept]]);
  let forgotten = 0;
  const { sandbox, frame } = begin({
    ...store,
    forget: async () => {
      forgotten += 1;
    },
  });
  sandbox.prepare([]);
  await whenState(sandbox, 'ready');
  for (let count = 0; count < 3; count += 1) frame().say({ type: 'snapshot-refused', kind: alone });
  frame().say({ type: 'snapshot-refused', kind: { ...alone, role: 'child' } });
  expect(forgotten).toBe(1);
});
