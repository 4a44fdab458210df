/**
 * The memory that the processes of one run share: blocks of it, locks that survive the death of their holder, and a
 * bell for each interpreter. Every change that must not be seen half done is a single store.
 */
import { bellCount, cell, fate, fateCount, heapStart, kernelBytes } from './layout.ts';

/** Who works on the memory. */
export interface Worker {
  /** Different for every worker of a run, from 1. */
  readonly serial: number;
  /** Which bell it hears. */
  readonly bell: number;
  /** The main thread of a page must not wait. */
  readonly canWait: boolean;
}

const smallestClass = 5;
const largestClass = 28;
/** A lock is held for microseconds: whoever waits longer looks whether the holder is dead. */
const spins = 200;
const lockWaitMs = 1;

class KernelFull extends Error {
  constructor() {
    super('The memory that the processes of this run share is full.');
    this.name = 'KernelFull';
  }
}

export class SharedMemory {
  readonly cells: Int32Array;
  readonly bytes: Uint8Array;
  readonly worker: Worker;

  constructor(buffer: SharedArrayBuffer, worker: Worker) {
    this.cells = new Int32Array(buffer);
    this.bytes = new Uint8Array(buffer);
    this.worker = worker;
  }

  load(index: number): number {
    return Atomics.load(this.cells, index);
  }

  store(index: number, value: number): void {
    Atomics.store(this.cells, index, value);
  }

  /** Runs `work` with the lock in the given cell held. `work` must neither wait nor throw half-way. */
  locked<T>(lock: number, work: () => T): T {
    this.haltIfCondemned();
    this.#lock(lock);
    try {
      return work();
    } finally {
      Atomics.store(this.cells, lock, 0);
      Atomics.notify(this.cells, lock, 1);
    }
  }

  #lock(lock: number): void {
    const { serial, canWait } = this.worker;
    for (let tries = 0; ; tries += 1) {
      const owner = Atomics.compareExchange(this.cells, lock, 0, serial);
      if (owner === 0) return;
      if (tries < spins) continue;
      const isDead = this.load(fateIndex(owner)) === fate.dead;
      if (isDead && Atomics.compareExchange(this.cells, lock, owner, serial) === owner) return;
      if (canWait) Atomics.wait(this.cells, lock, owner, lockWaitMs);
    }
  }

  /**
   * A zeroed block; its byte offset is a multiple of 16.
   * @throws KernelFull
   */
  allocate(bytes: number): number {
    const sizeClass = classOf(bytes);
    const offset = this.locked(cell.lock, () => this.#take(sizeClass));
    if (offset === 0) throw new KernelFull();
    this.bytes.fill(0, offset, offset + bytes);
    return offset;
  }

  #take(sizeClass: number): number {
    const head = cell.free + sizeClass;
    const free = this.load(head);
    if (free !== 0) {
      this.store(head, this.load(free >> 2));
      return free;
    }
    const top = this.load(cell.top) || heapStart;
    const end = top + 2 ** sizeClass;
    if (sizeClass > largestClass || end > this.bytes.length) return 0;
    this.store(cell.top, end);
    return top;
  }

  /** Gives a block back; `bytes` as it was asked for. */
  release(offset: number, bytes: number): void {
    const head = cell.free + classOf(bytes);
    this.locked(cell.lock, () => {
      this.store(offset >> 2, this.load(head));
      this.store(head, offset);
    });
  }

  /** From now on the worker hears when the object whose waiters lie in `waiters` changes, once. */
  arm(waiters: number): void {
    Atomics.or(this.cells, waiters, 1 << this.worker.bell);
  }

  /** The object has changed: everyone who waits for it looks again. */
  wake(waiters: number): void {
    if (this.load(waiters) === 0) return;
    const asleep = Atomics.exchange(this.cells, waiters, 0);
    for (let bell = 0; bell < bellCount; bell += 1) {
      if (asleep & (1 << bell)) this.ring(bell);
    }
  }

  ring(bell: number): void {
    Atomics.add(this.cells, cell.bells + bell, 1);
    Atomics.notify(this.cells, cell.bells + bell);
  }

  /** Changes whenever something this worker waits for may have changed. */
  heard(): number {
    return this.load(cell.bells + this.worker.bell);
  }

  /** A worker with this serial number starts. */
  begin(serial: number): void {
    this.store(fateIndex(serial), fate.alive);
  }

  condemn(serial: number): void {
    this.store(fateIndex(serial), fate.condemned);
  }

  markDead(serial: number): void {
    this.store(fateIndex(serial), fate.dead);
  }

  /** Called before something shared is changed: a worker that was killed gets no further. */
  haltIfCondemned(): void {
    const index = fateIndex(this.worker.serial);
    for (let told = this.load(index); told !== fate.alive; told = this.load(index)) {
      Atomics.wait(this.cells, index, told);
    }
  }
}

export function createSharedBuffer(): SharedArrayBuffer {
  return new SharedArrayBuffer(kernelBytes);
}

function fateIndex(serial: number): number {
  return cell.fates + (serial % fateCount);
}

function classOf(bytes: number): number {
  return Math.max(smallestClass, 32 - Math.clz32(Math.max(bytes, 1) - 1));
}
