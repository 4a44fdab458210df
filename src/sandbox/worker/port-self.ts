/** Who works on the memory that processes share: one process, with its own copies of shared bytes. */
import type { Copies } from '../kernel/copies.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { descriptorCount } from '../kernel/layout.ts';

export const noSuchDescriptor = -3;
const tooManyOpen = -4;

/** A Python object that has bytes, as Pyodide hands it to JavaScript. */
export interface PythonBytes {
  getBuffer(type: 'u8'): { readonly data: Uint8Array; release(): void };
}

export class PortSelf {
  readonly kernel: Kernel;
  readonly copies: Copies;
  readonly #heap: () => Int32Array;
  /** 0 until the interpreter has become a process. */
  pid = 0;

  /** `heap`: the interpreter's memory, as it is at the moment. */
  constructor(kernel: Kernel, copies: Copies, heap: () => Int32Array) {
    this.kernel = kernel;
    this.copies = copies;
    this.#heap = heap;
  }

  /** The bytes of the interpreter's memory between the two addresses. */
  heapBytes(start: number, end: number): Uint8Array {
    return new Uint8Array(this.#heap().buffer, start, end - start);
  }

  /** The handle behind one of this process's descriptors, or 0. */
  handle(descriptor: number): number {
    // What a killed process had open is closed already: it must not find that out and talk about it.
    this.kernel.memory.haltIfCondemned();
    return this.kernel.descriptors.handle(this.pid, descriptor);
  }

  /** A new descriptor for a handle, or a negative number. */
  open(handle: number, isCounted = false): number {
    const descriptor = this.kernel.descriptors.open(this.pid, handle, isCounted);
    return descriptor < 0 ? tooManyOpen : descriptor;
  }

  close(descriptor: number): boolean {
    return this.kernel.descriptors.close(this.pid, descriptor);
  }

  /** Two descriptors come as one number, the second in the lower bits. */
  openBoth(first: number, second: number): number {
    const one = this.open(first);
    const two = this.open(second);
    if (one >= 0 && two >= 0) return one * descriptorCount + two;
    this.close(one);
    this.close(two);
    return tooManyOpen;
  }
}

/** Hands the object's bytes to `use`, and gives them back whatever happens. */
export function withBytes<Result>(source: PythonBytes, use: (bytes: Uint8Array) => Result): Result {
  const buffer = source.getBuffer('u8');
  try {
    return use(buffer.data);
  } finally {
    buffer.release();
  }
}
