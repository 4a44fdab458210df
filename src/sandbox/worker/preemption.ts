/**
 * The clock that takes the interpreter away from a running thread. Python looks at its interrupt buffer after so many
 * of the times it could switch; the buffer is an object with a function, so looking is calling us.
 */

/** The signal whose Python handler lets another thread run. No system signal has this number. */
export const switchSignal = 40;
const interruptSignal = 2;
const defaultIntervalMs = 5;
/** While one thread is alone: often enough for Stop, seldom enough to cost nothing that can be felt. */
const distanceAlone = 200;
const shortestDistance = 25;
const distanceSpread = 50;

/** CPython calls `look`. As Pyodide's interrupt buffer, whose first cell is read, it gives the same. */
export interface SignalCell {
  readonly 0: number;
  readonly look: () => number;
}

export function createSignalCell(look: () => number): SignalCell {
  return Object.defineProperty({ 0: 0, look }, 0, { get: look, set: () => {} });
}

export interface Preemption {
  readonly cell: SignalCell;
  /** With threads the interrupt is Python's kernel's business: it decides which thread gets it. */
  setRouting(isRouted: boolean): void;
  /** `setter` says after how many of its chances to switch Python looks again. */
  setDistanceWith(setter: (chances: number) => void): void;
  setIntervalMs(milliseconds: number): void;
  /** Whether there is any thread to switch to. */
  setActive(isActive: boolean): void;
  /** The handler came at a bad moment: ask again at the next look. */
  defer(): void;
  /** A thread has just begun its turn. */
  beginTurn(): void;
  /** True once for every interrupt from the page. Whoever asks has the turn, and it begins anew. */
  takeInterrupt(): boolean;
}

/** `control`: byte 0 is the page's interrupt; null without isolation. */
export function createPreemption(control: SharedArrayBuffer | null): Preemption {
  const now = performance.now.bind(performance);
  const random = Math.random;
  const flag = control ? new Uint8Array(control, 0, 1) : null;
  let setDistance: (chances: number) => void = () => {};
  let isRouted = false;
  let isActive = false;
  let isDeferred = false;
  // Python looks again while it handles a signal: asked twice, the handler would call itself without end.
  let isAsked = false;
  let isInterrupted = false;
  let intervalMs = defaultIntervalMs;
  let turnBegan = now();

  function look(): number {
    if (flag && flag[0] !== 0) {
      flag[0] = 0;
      if (!isRouted) return interruptSignal;
      isInterrupted = true;
    }
    if (isAsked) return 0;
    // A constant distance would meet a short loop at the same place every time.
    setDistance(isActive ? shortestDistance + Math.floor(random() * distanceSpread) : distanceAlone);
    isAsked = isInterrupted || isDeferred || (isActive && now() - turnBegan >= intervalMs);
    return isAsked ? switchSignal : 0;
  }

  function beginTurn(): void {
    isDeferred = false;
    isAsked = false;
    turnBegan = now();
  }

  return {
    cell: createSignalCell(look),
    setRouting: (value) => {
      isRouted = value;
    },
    setDistanceWith: (setter) => {
      setDistance = setter;
    },
    setIntervalMs: (milliseconds) => {
      intervalMs = milliseconds;
    },
    setActive: (value) => {
      if (value && !isActive) setDistance(shortestDistance);
      isActive = value;
    },
    defer: () => {
      isDeferred = true;
      isAsked = false;
    },
    beginTurn,
    takeInterrupt: () => {
      beginTurn();
      const wasInterrupted = isInterrupted || (flag !== null && flag[0] !== 0);
      if (flag) flag[0] = 0;
      isInterrupted = false;
      return wasInterrupted;
    },
  };
}
