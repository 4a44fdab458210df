/**
 * A process's own copies of shared segments. WebAssembly's memory cannot be another's, so every process has a copy of
 * each segment it uses, and what has changed is exchanged at certain moments: when a lock is taken or given back, a
 * pipe is read or written, a process starts, sleeps or ends, and every few milliseconds while it computes.
 */
import type { SharedMemory } from './shared-memory.ts';

interface Copy {
  /** Index of its first 32-bit word in the interpreter's heap. */
  readonly local: number;
  /** And in the shared memory. */
  readonly shared: number;
  /** The words as they were after the last exchange. */
  readonly twin: Int32Array;
  /** 1 for each word that is exchanged whole, and not byte by byte. */
  readonly whole: Uint8Array;
}

const lastExchangeMs = 5;

export class Copies {
  readonly #memory: SharedMemory;
  readonly #heap: () => Int32Array;
  readonly #now: () => number;
  #copies: Copy[] = [];
  #exchangedAt = 0;

  /** `heap`: the interpreter's, as it is at the moment; growing replaces it. */
  constructor(memory: SharedMemory, heap: () => Int32Array) {
    this.#memory = memory;
    this.#heap = heap;
    this.#now = performance.now.bind(performance);
  }

  /** `pointer` and `data`: multiples of four; both areas are whole words long. */
  add(pointer: number, data: number, bytes: number): void {
    const words = Math.ceil(bytes / 4);
    const shared = data >> 2;
    const twin = this.#memory.cells.slice(shared, shared + words);
    this.#heap().set(twin, pointer >> 2);
    this.#copies.push({ local: pointer >> 2, shared, twin, whole: new Uint8Array(words) });
  }

  /** After a last exchange. */
  remove(pointer: number): void {
    this.exchange();
    this.#copies = this.#copies.filter((copy) => copy.local !== pointer >> 2);
  }

  /** Whether the words of this area are numbers: then none of them is ever mixed of two. */
  setWhole(pointer: number, bytes: number, isWhole: boolean): void {
    const word = pointer >> 2;
    const copy = this.#copies.find(({ local, twin }) => word >= local && word < local + twin.length);
    const from = word - (copy?.local ?? 0);
    copy?.whole.fill(isWhole ? 1 : 0, from, from + Math.ceil(bytes / 4));
  }

  /** While a program computes: once in a few milliseconds is enough. */
  exchangeNowAndThen(): void {
    if (this.#copies.length > 0 && this.#now() - this.#exchangedAt >= lastExchangeMs) this.exchange();
  }

  exchange(): void {
    if (this.#copies.length === 0) return;
    this.#memory.haltIfCondemned();
    this.#exchangedAt = this.#now();
    const heap = this.#heap();
    for (const copy of this.#copies) this.#exchangeOne(copy, heap);
  }

  #exchangeOne(copy: Copy, heap: Int32Array): void {
    const { local, shared, twin } = copy;
    const { cells } = this.#memory;
    const words = twin.length;
    for (let word = 0; word < words; word += 1) {
      const mine = heap[local + word] as number;
      const before = twin[word] as number;
      if (mine !== before) {
        const merged = this.#push(shared + word, mine, before, copy, word);
        heap[local + word] = merged;
        twin[word] = merged;
      } else {
        const theirs = cells[shared + word] as number;
        if (theirs !== before) {
          heap[local + word] = theirs;
          twin[word] = theirs;
        }
      }
    }
  }

  #push(index: number, mine: number, before: number, copy: Copy, word: number): number {
    const { cells } = this.#memory;
    const mask = copy.whole[word] === 1 ? -1 : changedBytes(mine ^ before);
    for (;;) {
      const theirs = Atomics.load(cells, index);
      const merged = (theirs & ~mask) | (mine & mask);
      if (Atomics.compareExchange(cells, index, theirs, merged) === theirs) return merged;
    }
  }
}

function changedBytes(difference: number): number {
  let mask = 0;
  for (let byte = 0xff; byte !== 0; byte <<= 8) if (difference & byte) mask |= byte;
  return mask;
}
