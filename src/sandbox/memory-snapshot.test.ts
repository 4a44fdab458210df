/** Packing and unpacking a memory; the interpreter's own is in the browser suite. */
import { expect, test } from 'vitest';
import { type MemorySnapshot, packMemory, unpackMemory } from './memory-snapshot.ts';

const page = 4_096;
const heapBytes = 64 * page;

function fill(marks: readonly number[]): Uint8Array {
  const heap = new Uint8Array(heapBytes);
  for (const at of marks) heap[at] = (at % 251) + 1;
  return heap;
}

function pack(heap: Uint8Array, isShared = false): MemorySnapshot {
  const rest = { heapBytes: heap.length, links: '{}', stacks: [], threadProblem: null, functions: 1 };
  return { ...packMemory(heap, isShared), ...rest };
}

test.each([
  ['nothing', []],
  ['its first and last byte', [0, heapBytes - 1]],
  ['two pages with a small gap', [5 * page, 7 * page + 9]],
  ['pages far apart', [3 * page + 17, 40 * page, 41 * page]],
])('a memory that holds %s comes back as it was', (_, marks) => {
  const heap = fill(marks);
  const target = new Uint8Array(heapBytes);
  unpackMemory(pack(heap), target);
  expect(Buffer.compare(target, heap)).toBe(0);
});

test('what lay where the packed memory was empty is gone', () => {
  const heap = fill([9 * page]);
  const target = fill([page, 9 * page + 1, 20 * page, heapBytes - 1]);
  unpackMemory(pack(heap), target);
  expect(Buffer.compare(target, heap)).toBe(0);
});

test('only pages that hold something are kept, and they can be shared', () => {
  const snapshot = pack(fill([0, 30 * page]), true);
  expect(snapshot.bytes).toBeInstanceOf(SharedArrayBuffer);
  expect(snapshot.bytes.byteLength).toBe(2 * page);
});

test('a memory of another size, or with bytes missing, is refused', () => {
  const snapshot = pack(fill([0, 30 * page]));
  expect(() => unpackMemory(snapshot, new Uint8Array(2 * heapBytes))).toThrow(RangeError);
  const short = { ...snapshot, bytes: snapshot.bytes.slice(0, page) };
  expect(() => unpackMemory(short, new Uint8Array(heapBytes))).toThrow(RangeError);
});
