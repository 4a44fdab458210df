/**
 * A ceiling for the interpreter's heap. The web gives none below 4 GB, which is more than many devices have;
 * with it a memory bomb ends in Python's own MemoryError within seconds.
 */

const pageBytes = 65_536;

export interface HeapLimit {
  /** True once the heap wanted to grow and could not. */
  isExhausted(): boolean;
  /** A tighter ceiling for what is to come; what is in use already stays. A looser one changes nothing. */
  lower(bytes: number): void;
}

/** Caps every later growth of a WebAssembly memory in this worker. Pyodide's allocator grows only this way. */
export function limitHeap(limitBytes: number): HeapLimit {
  const grow = WebAssembly.Memory.prototype.grow;
  let isExhausted = false;
  let ceiling = limitBytes;

  WebAssembly.Memory.prototype.grow = function limitedGrow(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * pageBytes > ceiling) {
      isExhausted = true;
      throw new RangeError('The heap is at its limit.');
    }
    try {
      return grow.call(this, pages);
    } catch (error) {
      isExhausted = true;
      throw error;
    }
  };
  return {
    isExhausted: () => isExhausted,
    lower: (bytes) => {
      ceiling = Math.min(ceiling, bytes);
    },
  };
}
