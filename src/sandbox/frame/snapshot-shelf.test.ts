import { expect, test } from 'vitest';
import type { MemorySnapshot, SnapshotKind } from '../memory-snapshot.ts';
import { SnapshotShelf } from './snapshot-shelf.ts';

const alone: SnapshotKind = { packs: ['site'], role: 'alone' };
const snapshot = { heapBytes: 1 } as MemorySnapshot;

function createShelf() {
  const told: string[] = [];
  const shelf = new SnapshotShelf({
    made: ({ role }) => told.push(`made ${role}`),
    refused: ({ role }) => told.push(`refused ${role}`),
  });
  return { shelf, told };
}

test('one interpreter of a kind is asked for its memory, and the next ones get it', () => {
  const { shelf } = createShelf();
  expect(shelf.ask(alone)).toBe(true);
  expect(shelf.ask(alone)).toBe(false);
  expect(shelf.ask({ ...alone, role: 'child' })).toBe(true);
  shelf.keep(alone, snapshot);
  expect(shelf.find({ packs: ['site'], role: 'alone' })).toBe(snapshot);
  expect(shelf.find({ packs: ['site', 'flask'], role: 'alone' })).toBeNull();
  expect(shelf.ask(alone)).toBe(false);
});

test('who was asked and gave none is followed by another', () => {
  const { shelf } = createShelf();
  shelf.ask(alone);
  shelf.excuse(alone);
  expect(shelf.ask(alone)).toBe(true);
});

test('a kind whose memory did not fit is not tried again', () => {
  const { shelf } = createShelf();
  shelf.keep(alone, snapshot);
  shelf.refuse(alone, snapshot);
  expect(shelf.find(alone)).toBeNull();
  expect(shelf.ask(alone)).toBe(false);
});

test('the kind that was not used for longest goes first', () => {
  const { shelf } = createShelf();
  const kinds = ['a', 'b', 'c', 'd', 'e'].map((name): SnapshotKind => ({ packs: [name], role: 'alone' }));
  const [first, second, ...others] = kinds as [SnapshotKind, SnapshotKind, ...SnapshotKind[]];
  for (const kind of [first, second, ...others.slice(0, 2)]) shelf.keep(kind, snapshot);
  shelf.find(first);
  for (const kind of others) shelf.keep(kind, snapshot);
  expect(shelf.find(first)).toBe(snapshot);
  expect(shelf.find(second)).toBeNull();
});

test('one from an earlier visit serves until it is refused, and then a new one is asked for', () => {
  const { shelf, told } = createShelf();
  shelf.give(alone, snapshot);
  expect(shelf.find(alone)).toBe(snapshot);
  expect(shelf.ask(alone)).toBe(false);
  shelf.refuse(alone, snapshot);
  expect(shelf.ask(alone)).toBe(true);
  const made = { heapBytes: 2 } as MemorySnapshot;
  shelf.keep(alone, made);
  // Another interpreter was still trying the old one.
  shelf.refuse(alone, snapshot);
  expect(shelf.find(alone)).toBe(made);
  expect(told).toEqual(['refused alone', 'made alone']);
});

test('one from an earlier visit does not replace what this visit makes', () => {
  const { shelf, told } = createShelf();
  shelf.ask(alone);
  shelf.give(alone, { heapBytes: 2 } as MemorySnapshot);
  expect(shelf.find(alone)).toBeNull();
  shelf.keep(alone, snapshot);
  shelf.give(alone, { heapBytes: 2 } as MemorySnapshot);
  expect(shelf.find(alone)).toBe(snapshot);
  expect(told).toEqual(['made alone']);
});
