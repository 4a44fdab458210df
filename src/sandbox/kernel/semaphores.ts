/** Counting semaphores: the base of every lock that processes share. They live as long as the run. */
import type { SharedMemory } from './shared-memory.ts';

const semaphore = { value: 0, most: 1, waiters: 2 } as const;
const semaphoreBytes = 32;

export class Semaphores {
  readonly #memory: SharedMemory;

  constructor(memory: SharedMemory) {
    this.#memory = memory;
  }

  create(value: number, most: number): number {
    const offset = this.#memory.allocate(semaphoreBytes);
    this.#memory.store((offset >> 2) + semaphore.value, value);
    this.#memory.store((offset >> 2) + semaphore.most, most);
    return offset;
  }

  value(offset: number): number {
    return this.#memory.load((offset >> 2) + semaphore.value);
  }

  waiters(offset: number): number {
    return (offset >> 2) + semaphore.waiters;
  }

  /** False when the value is zero. */
  tryAcquire(offset: number): boolean {
    this.#memory.haltIfCondemned();
    const { cells } = this.#memory;
    const index = (offset >> 2) + semaphore.value;
    for (;;) {
      const value = Atomics.load(cells, index);
      if (value <= 0) return false;
      if (Atomics.compareExchange(cells, index, value, value - 1) === value) return true;
    }
  }

  /** False when the value is at its most already. */
  release(offset: number): boolean {
    this.#memory.haltIfCondemned();
    const { cells } = this.#memory;
    const index = (offset >> 2) + semaphore.value;
    const most = this.#memory.load((offset >> 2) + semaphore.most);
    for (;;) {
      const value = Atomics.load(cells, index);
      if (value >= most) return false;
      if (Atomics.compareExchange(cells, index, value, value + 1) !== value) continue;
      this.#memory.wake(this.waiters(offset));
      return true;
    }
  }
}
