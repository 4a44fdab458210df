import { expect, test } from 'vitest';
import type { MemorySnapshot } from '../memory-snapshot.ts';
import { type SnapshotKind, SnapshotShelf } from './snapshot-shelf.ts';

const alone: SnapshotKind = { packs: ['site'], role: 'alone' };
const snapshot = { heapBytes: 1 } as MemorySnapshot;

test('one interpreter of a kind is asked for its memory, and the next ones get it', () => {
  const shelf = new SnapshotShelf();
  expect(shelf.ask(alone)).toBe(true);
  expect(shelf.ask(alone)).toBe(false);
  expect(shelf.ask({ ...alone, role: 'child' })).toBe(true);
  shelf.keep(alone, snapshot);
  expect(shelf.find({ packs: ['site'], role: 'alone' })).toBe(snapshot);
  expect(shelf.find({ packs: ['site', 'flask'], role: 'alone' })).toBeNull();
  expect(shelf.ask(alone)).toBe(false);
});

test('who was asked and gave none is followed by another', () => {
  const shelf = new SnapshotShelf();
  shelf.ask(alone);
  shelf.excuse(alone);
  expect(shelf.ask(alone)).toBe(true);
});

test('a kind whose memory did not fit is not tried again', () => {
  const shelf = new SnapshotShelf();
  shelf.keep(alone, snapshot);
  shelf.refuse(alone);
  expect(shelf.find(alone)).toBeNull();
  expect(shelf.ask(alone)).toBe(false);
});

test('the kind that was not used for longest goes first', () => {
  const shelf = new SnapshotShelf();
  const kinds = ['a', 'b', 'c', 'd', 'e'].map((name): SnapshotKind => ({ packs: [name], role: 'alone' }));
  const [first, second, ...others] = kinds as [SnapshotKind, SnapshotKind, ...SnapshotKind[]];
  for (const kind of [first, second, ...others.slice(0, 2)]) shelf.keep(kind, snapshot);
  shelf.find(first);
  for (const kind of others) shelf.keep(kind, snapshot);
  expect(shelf.find(first)).toBe(snapshot);
  expect(shelf.find(second)).toBeNull();
});
