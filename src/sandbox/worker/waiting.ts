/** Real waiting for a thread that must not return to its event loop: the base of `time.sleep` and asyncio. */

/** Index of the 32-bit cell that waiting sleeps on; the frame notifies it to end a wait early. */
const waitCell = 1;

/** Sleeps the given milliseconds without burning the processor. */
export type WaitMs = (milliseconds: number) => void;

export function createWaiter(control: SharedArrayBuffer | null): WaitMs {
  const wait = Atomics.wait;
  const cells = new Int32Array(control ?? isolatedBuffer());

  return (milliseconds) => {
    wait(cells, waitCell, 0, milliseconds);
  };
}

/** Without cross-origin isolation there is no SharedArrayBuffer, but a shared WebAssembly memory has one. */
function isolatedBuffer(): SharedArrayBuffer {
  const memory = new WebAssembly.Memory({ shared: true, initial: 1, maximum: 1 });
  return memory.buffer as unknown as SharedArrayBuffer;
}
