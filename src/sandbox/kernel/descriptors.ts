/**
 * The open files of each process, kept in the shared memory itself: what a killed process had open is closed for it,
 * so that its partners meet the end of the file and not a wait for ever.
 */
import { descriptorCount, handleKind, kindOf, offsetOf } from './layout.ts';
import type { Pipes } from './pipes.ts';
import type { Processes } from './processes.ts';
import type { Segments } from './segments.ts';
import type { SharedMemory } from './shared-memory.ts';

export class Descriptors {
  readonly #memory: SharedMemory;
  readonly #processes: Processes;
  readonly #pipes: Pipes;
  readonly #segments: Segments;

  constructor(memory: SharedMemory, processes: Processes, pipes: Pipes, segments: Segments) {
    this.#memory = memory;
    this.#processes = processes;
    this.#pipes = pipes;
    this.#segments = segments;
  }

  /** The handle behind a descriptor, or 0. */
  handle(pid: number, descriptor: number): number {
    if (!(descriptor >= 0 && descriptor < descriptorCount)) return 0;
    return this.#memory.load(this.#index(pid, descriptor));
  }

  /**
   * Opens a handle; returns the descriptor, or -1 when too many are open. `isCounted`: a reference that was held for
   * it already, on its way from one process to another, becomes the descriptor's.
   */
  open(pid: number, handle: number, isCounted = false): number {
    for (let descriptor = 0; descriptor < descriptorCount; descriptor += 1) {
      const index = this.#index(pid, descriptor);
      if (Atomics.load(this.#memory.cells, index) !== 0) continue;
      if (!isCounted) this.hold(handle);
      if (Atomics.compareExchange(this.#memory.cells, index, 0, handle) === 0) return descriptor;
      if (!isCounted) this.drop(handle);
    }
    return -1;
  }

  /** False when it was not open. */
  close(pid: number, descriptor: number): boolean {
    if (this.handle(pid, descriptor) === 0) return false;
    // The worker and the frame that buries it may both close: one of them gets the handle.
    const handle = Atomics.exchange(this.#memory.cells, this.#index(pid, descriptor), 0);
    if (handle === 0) return false;
    this.drop(handle);
    return true;
  }

  closeAll(pid: number): void {
    for (let descriptor = 0; descriptor < descriptorCount; descriptor += 1) this.close(pid, descriptor);
  }

  hold(handle: number): void {
    this.#change(handle, 'open');
  }

  drop(handle: number): void {
    this.#change(handle, 'close');
  }

  #change(handle: number, change: 'open' | 'close'): void {
    const offset = offsetOf(handle);
    switch (kindOf(handle)) {
      case handleKind.read:
        this.#pipes[change](offset, 'readers');
        break;
      case handleKind.write:
        this.#pipes[change](offset, 'writers');
        break;
      case handleKind.duplex: {
        // Asked first: closing the last end gives the pipe back.
        const partner = this.#pipes.partner(offset);
        this.#pipes[change](offset, 'readers');
        this.#pipes[change](partner, 'writers');
        break;
      }
      case handleKind.segment:
        this.#segments[change](offset);
        break;
      default:
    }
  }

  #index(pid: number, descriptor: number): number {
    return (this.#processes.descriptors(pid) >> 2) + descriptor;
  }
}
