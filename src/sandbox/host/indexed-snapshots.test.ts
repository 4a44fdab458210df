import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import type { MemorySnapshot, SnapshotKind } from '../memory-snapshot.ts';
import { createIndexedSnapshots, type IndexedSnapshotsOptions } from './indexed-snapshots.ts';

const capabilities = { sharedMemory: true, stackSwitching: true };
const alone: SnapshotKind = { packs: ['site', 'interleave'], role: 'alone' };
const child: SnapshotKind = { ...alone, role: 'child' };

function snapshotOf(...bytes: number[]): MemorySnapshot {
  return {
    heapBytes: 65_536,
    spans: Uint32Array.of(0, bytes.length),
    bytes: Uint8Array.from(bytes).buffer,
    links: '{}',
    stacks: [16],
    threadProblem: null,
    functions: 3,
  };
}

let time = 0;

function open(changes: Partial<IndexedSnapshotsOptions> = {}) {
  return createIndexedSnapshots({
    engine: 'Engine 1',
    now: () => (time += 1),
    whenIdle: async () => {},
    room: async () => 1_000_000,
    ...changes,
  });
}

async function change(changes: Record<string, unknown>): Promise<void> {
  const database = await openDB('interleave-interpreters', 1);
  for (const key of await database.getAllKeys('snapshots'))
    await database.put('snapshots', { ...(await database.get('snapshots', key)), ...changes }, key);
  database.close();
}

beforeEach(() => deleteDB('interleave-interpreters'));

test('what one visit keeps the next one finds, byte for byte', async () => {
  await open().keep('image', alone, { capabilities, snapshot: snapshotOf(1, 2, 3) });
  expect(await open().find('image', alone)).toEqual({ capabilities, snapshot: snapshotOf(1, 2, 3) });
  expect(await open().find('image', child)).toBeNull();
  expect(await open().find('image', { ...alone, packs: ['site'] })).toBeNull();
});

test('another image has no use for it, and clears it away', async () => {
  const store = open();
  await store.keep('old', alone, { capabilities, snapshot: snapshotOf(1) });
  expect(await store.find('new', alone)).toBeNull();
  await store.keep('new', child, { capabilities, snapshot: snapshotOf(2) });
  expect(await store.find('old', alone)).toBeNull();
  expect(await store.find('new', child)).not.toBeNull();
});

test('another engine has no use for it', async () => {
  await open().keep('image', alone, { capabilities, snapshot: snapshotOf(1) });
  expect(await open({ engine: 'Engine 2' }).find('image', alone)).toBeNull();
});

test.each([
  ['bytes that are not those that were kept', { bytes: new Blob([Uint8Array.of(9)]) }],
  ['a record of another shape', { snapshot: { heapBytes: 'many' } }],
  ['no bytes at all', { bytes: null }],
])('%s are thrown away', async (_what, damage) => {
  const store = open();
  await store.keep('image', alone, { capabilities, snapshot: snapshotOf(1) });
  await change(damage);
  expect(await store.find('image', alone)).toBeNull();
  const database = await openDB('interleave-interpreters', 1);
  expect(await database.count('snapshots')).toBe(0);
  database.close();
});

test('the oldest goes where there would be too many', async () => {
  const store = open();
  const kinds = ['a', 'b', 'c', 'd', 'e'].map((name): SnapshotKind => ({ packs: [name], role: 'alone' }));
  for (const kind of kinds) await store.keep('image', kind, { capabilities, snapshot: snapshotOf(1) });
  const found = await Promise.all(kinds.map((kind) => store.find('image', kind)));
  expect(found.map((one) => one !== null)).toEqual([false, true, true, true, true]);
});

test.each([
  ['there is little room left', async () => 16],
  ['the browser does not say how much room there is', async () => null],
  ['the browser refuses to say', () => Promise.reject(new Error('no'))],
])('nothing is kept where %s', async (_where, room) => {
  const store = open({ room });
  await store.keep('image', alone, { capabilities, snapshot: snapshotOf(1, 2, 3) });
  expect(await store.find('image', alone)).toBeNull();
});

test('what is forgotten is gone', async () => {
  const store = open();
  await store.keep('image', alone, { capabilities, snapshot: snapshotOf(1) });
  await store.forget('image', alone);
  expect(await store.find('image', alone)).toBeNull();
});
