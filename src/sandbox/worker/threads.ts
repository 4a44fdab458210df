/**
 * What Python's threads need of JavaScript: suspended stacks that hand over to each other. Who runs next, who waits
 * for what and for how long is decided in Python (`kernel.threads`); here a stack only stops and goes on.
 */
import type { Preemption } from './preemption.ts';
import type { PrivateStacks } from './private-stacks.ts';

/** A Python function, as Pyodide hands it to JavaScript. */
interface PythonFunction {
  copy(): PythonFunction;
  callPromising(): Promise<unknown>;
  destroy(): void;
}

/** The object Python gets. */
export interface ThreadPort {
  /** Settles when the stack that handed over last may go on. Read at once after `handOver`. */
  readonly turn: Promise<void>;
  /** A new stack; it begins when it first gets its turn. */
  start(id: number, entry: PythonFunction): void;
  handOver(from: number, to: number): void;
  /** The calling stack ends and `to` goes on. */
  finish(to: number): void;
  protect(): void;
  setActive(isActive: boolean): void;
  setIntervalMs(milliseconds: number): void;
  setRouting(isRouted: boolean): void;
  defer(): void;
  takeInterrupt(): boolean;
  /** Settles when the worker has heard its messages. Read at once after `listen`. */
  readonly heard: Promise<void>;
  listen(): void;
}

/** `onDeath`: the interpreter died in one of the threads; nothing can go on. */
export function createThreadPort(
  stacks: PrivateStacks,
  preemption: Preemption,
  onDeath: (error: unknown) => void,
): ThreadPort {
  const setTimer = setTimeout;
  const suspended = new Map<number, () => void>();
  let turn: Promise<void> = Promise.resolve();
  let heard: Promise<void> = Promise.resolve();

  function resume(id: number): void {
    const goOn = suspended.get(id);
    suspended.delete(id);
    preemption.beginTurn();
    goOn?.();
  }

  return {
    get turn() {
      return turn;
    },
    get heard() {
      return heard;
    },
    listen: () => {
      heard = new Promise((resolve) => setTimer(resolve, 0));
    },
    start: (id, entry) => {
      const kept = entry.copy();
      suspended.set(id, () => {
        kept.callPromising().then(() => kept.destroy(), onDeath);
      });
    },
    handOver: (from, to) => {
      turn = new Promise((resolve) => {
        suspended.set(from, resolve);
      });
      resume(to);
    },
    finish: resume,
    protect: stacks.protect,
    setActive: preemption.setActive,
    setIntervalMs: preemption.setIntervalMs,
    setRouting: preemption.setRouting,
    defer: preemption.defer,
    takeInterrupt: preemption.takeInterrupt,
  };
}
