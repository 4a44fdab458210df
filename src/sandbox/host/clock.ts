/** Time as the sandbox sees it, injected so that tests turn the hands themselves. */

export interface Clock {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Calls back once after the given milliseconds; returns the function that cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Calls back again and again; returns the function that ends it. */
export function repeat(clock: Clock, milliseconds: number, callback: () => void): () => void {
  let cancel = clock.after(milliseconds, tick);

  function tick(): void {
    cancel = clock.after(milliseconds, tick);
    callback();
  }
  return () => cancel();
}
