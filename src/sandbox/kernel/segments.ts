/** Blocks of bytes that processes share: the memory behind `Value`, `Array` and `SharedMemory`. */
import type { SharedMemory } from './shared-memory.ts';

const segment = { data: 0, size: 1, references: 2, isLinked: 3 } as const;
const segmentBytes = 32;
/** Copies are compared by whole words. */
const wordBytes = 8;

export class Segments {
  readonly #memory: SharedMemory;

  constructor(memory: SharedMemory) {
    this.#memory = memory;
  }

  /** Of no size yet. `isLinked`: a name leads to it. */
  create(isLinked: boolean): number {
    const offset = this.#memory.allocate(segmentBytes);
    this.#memory.store((offset >> 2) + segment.isLinked, isLinked ? 1 : 0);
    return offset;
  }

  /** Gives the segment its bytes, all zero, the first time; false when it has fewer already. */
  resize(offset: number, size: number): boolean {
    const current = this.#get(offset, segment.size);
    if (current !== 0) return size <= current;
    if (size === 0) return true;
    this.#memory.store((offset >> 2) + segment.data, this.#memory.allocate(roundUp(size)));
    this.#memory.store((offset >> 2) + segment.size, size);
    return true;
  }

  size(offset: number): number {
    return this.#get(offset, segment.size);
  }

  /** Byte offset of its first byte. */
  data(offset: number): number {
    return this.#get(offset, segment.data);
  }

  open(offset: number): void {
    Atomics.add(this.#memory.cells, (offset >> 2) + segment.references, 1);
  }

  close(offset: number): void {
    Atomics.sub(this.#memory.cells, (offset >> 2) + segment.references, 1);
    this.#releaseUnused(offset);
  }

  unlink(offset: number): void {
    this.#memory.store((offset >> 2) + segment.isLinked, 0);
    this.#releaseUnused(offset);
  }

  #releaseUnused(offset: number): void {
    if (this.#get(offset, segment.references) > 0 || this.#get(offset, segment.isLinked) !== 0) return;
    const size = Atomics.exchange(this.#memory.cells, (offset >> 2) + segment.size, -1);
    if (size < 0) return;
    if (size > 0) this.#memory.release(this.#get(offset, segment.data), roundUp(size));
    this.#memory.release(offset, segmentBytes);
  }

  #get(offset: number, name: number): number {
    return this.#memory.load((offset >> 2) + name);
  }
}

function roundUp(size: number): number {
  return Math.ceil(size / wordBytes) * wordBytes;
}
