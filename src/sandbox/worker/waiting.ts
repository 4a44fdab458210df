/** Real waiting for a thread that must not return to its event loop: the base of `time.sleep` and asyncio. */

/** Index of the 32-bit cell that waiting sleeps on; the frame notifies it to end a wait early. */
const waitCell = 1;

/** Sleeps the given milliseconds without burning the processor. */
export type WaitMs = (milliseconds: number) => void;

/** Where a process of a run with several waits, so that the others can wake it. */
export interface Bell {
  readonly cells: Int32Array;
  /** The cell that is counted up for every ring. */
  readonly index: number;
  /** Called around every wait. */
  readonly exchange: () => void;
}

export function createWaiter(control: SharedArrayBuffer | null, bell: Bell | null = null): WaitMs {
  const wait = Atomics.wait;
  if (bell) return createBellWaiter(bell);
  const cells = new Int32Array(control ?? isolatedBuffer());

  return (milliseconds) => {
    wait(cells, waitCell, 0, milliseconds);
  };
}

function createBellWaiter({ cells, index, exchange }: Bell): WaitMs {
  const { wait, load } = Atomics;
  // Whoever waits has looked at what it waits for since the last wait: a ring since then ends the next one at once.
  let heard = load(cells, index);
  return (milliseconds) => {
    exchange();
    wait(cells, index, heard, milliseconds);
    heard = load(cells, index);
    exchange();
  };
}

/** Without cross-origin isolation there is no SharedArrayBuffer, but a shared WebAssembly memory has one. */
function isolatedBuffer(): SharedArrayBuffer {
  const memory = new WebAssembly.Memory({ shared: true, initial: 1, maximum: 1 });
  return memory.buffer as unknown as SharedArrayBuffer;
}
