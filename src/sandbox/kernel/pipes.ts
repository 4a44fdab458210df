/** Pipes: rings of bytes that are full or empty at times, and that end when one side is closed. */
import type { SharedMemory } from './shared-memory.ts';

const pipe = {
  /** Bytes ever read, and ever written, modulo 2 ** 32. Each is changed by a single store. */
  read: 0,
  written: 1,
  readers: 2,
  writers: 3,
  lock: 4,
  waiters: 5,
  capacity: 6,
  /** The other half of a duplex pipe. */
  partner: 7,
} as const;
const headerBytes = 64;
const defaultCapacity = 65_536;
/** So many bytes are written in one piece or not at all, as POSIX has it. */
const wholeBytes = 4_096;

export type PipeEnd = 'readers' | 'writers';

/** What an attempt came to, if it could not be made. */
export const wouldBlock = -1;
export const brokenPipe = -2;

export class Pipes {
  readonly #memory: SharedMemory;

  constructor(memory: SharedMemory) {
    this.#memory = memory;
  }

  /** Both ends closed still; `capacity` is a power of two. */
  create(capacity = defaultCapacity): number {
    const offset = this.#memory.allocate(headerBytes + capacity);
    this.#set(offset, pipe.capacity, capacity);
    return offset;
  }

  /** Two pipes that know each other. */
  createPair(): readonly [number, number] {
    const first = this.create();
    const second = this.create();
    this.#set(first, pipe.partner, second);
    this.#set(second, pipe.partner, first);
    return [first, second];
  }

  partner(offset: number): number {
    return this.#get(offset, pipe.partner);
  }

  waiters(offset: number): number {
    return (offset >> 2) + pipe.waiters;
  }

  open(offset: number, end: PipeEnd): void {
    Atomics.add(this.#memory.cells, (offset >> 2) + pipe[end], 1);
  }

  close(offset: number, end: PipeEnd): void {
    const { cells } = this.#memory;
    if (Atomics.sub(cells, (offset >> 2) + pipe[end], 1) > 1) return;
    this.#memory.wake(this.waiters(offset));
    const isUnused = this.#get(offset, pipe.readers) <= 0 && this.#get(offset, pipe.writers) <= 0;
    // Who closes last gives the block back: of two that close at once only one takes its capacity.
    const capacity = isUnused ? Atomics.exchange(cells, (offset >> 2) + pipe.capacity, 0) : 0;
    if (capacity > 0) this.#memory.release(offset, headerBytes + capacity);
  }

  /** At most `limit` bytes; an empty array at the end; null when there is nothing yet. */
  read(offset: number, limit: number): Uint8Array | null {
    const filled = (this.#get(offset, pipe.written) - this.#get(offset, pipe.read)) >>> 0;
    const target = new Uint8Array(Math.max(1, Math.min(limit, filled)));
    const count = this.readInto(offset, target);
    return count === wouldBlock ? null : target.slice(0, count);
  }

  /** How many bytes were read: none at the end; `wouldBlock` when there is nothing yet. */
  readInto(offset: number, target: Uint8Array): number {
    const count = this.#memory.locked((offset >> 2) + pipe.lock, () => this.#take(offset, target));
    if (count > 0) this.#memory.wake(this.waiters(offset));
    return count;
  }

  #take(offset: number, target: Uint8Array): number {
    const read = this.#get(offset, pipe.read);
    // Looked at first: whoever writes and then closes has written.
    const isEnded = this.#get(offset, pipe.writers) <= 0;
    const filled = (this.#get(offset, pipe.written) - read) >>> 0;
    if (filled === 0) return isEnded ? 0 : wouldBlock;
    const count = Math.min(target.length, filled);
    const { start, wrapped } = this.#place(offset, read, count);
    const data = offset + headerBytes;
    target.set(this.#memory.bytes.subarray(data + start, data + start + count - wrapped));
    target.set(this.#memory.bytes.subarray(data, data + wrapped), count - wrapped);
    this.#set(offset, pipe.read, read + count);
    return count;
  }

  /** How many bytes were written, or `wouldBlock`, or `brokenPipe`. */
  write(offset: number, bytes: Uint8Array): number {
    const written = this.#memory.locked((offset >> 2) + pipe.lock, () => this.#put(offset, bytes));
    if (written > 0) this.#memory.wake(this.waiters(offset));
    return written;
  }

  #put(offset: number, bytes: Uint8Array): number {
    if (this.#get(offset, pipe.readers) <= 0) return brokenPipe;
    const written = this.#get(offset, pipe.written);
    const room = this.#get(offset, pipe.capacity) - ((written - this.#get(offset, pipe.read)) >>> 0);
    if (bytes.length === 0) return 0;
    if (room === 0 || (bytes.length <= wholeBytes && room < bytes.length)) return wouldBlock;
    const given = bytes.subarray(0, room);
    const { start, wrapped } = this.#place(offset, written, given.length);
    const data = offset + headerBytes;
    this.#memory.bytes.set(given.subarray(0, given.length - wrapped), data + start);
    this.#memory.bytes.set(given.subarray(given.length - wrapped), data);
    this.#set(offset, pipe.written, written + given.length);
    return given.length;
  }

  isReadable(offset: number): boolean {
    const isEnded = this.#get(offset, pipe.writers) <= 0;
    return isEnded || this.#get(offset, pipe.written) !== this.#get(offset, pipe.read);
  }

  #place(offset: number, count: number, length: number): { start: number; wrapped: number } {
    const capacity = this.#get(offset, pipe.capacity);
    const start = (count >>> 0) % capacity;
    return { start, wrapped: Math.max(0, start + length - capacity) };
  }

  #get(offset: number, name: number): number {
    return this.#memory.load((offset >> 2) + name);
  }

  #set(offset: number, name: number, value: number): void {
    this.#memory.store((offset >> 2) + name, value);
  }
}
