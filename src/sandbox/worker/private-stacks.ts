/**
 * Gives every promising call into Python a C stack of its own. Pyodide lets suspended calls share one and copies the
 * overlapping parts out; CPython keeps frames there that the collector, `sys.settrace` and `sys._current_frames` walk
 * for all threads, so a stack that was copied away is a crash.
 */

/** What the kernel leans on beyond Pyodide's public interface. Every name is checked before it is used. */
interface StackModule {
  promisingApply(...args: unknown[]): Promise<unknown>;
  stackRestore(pointer: number): void;
  _malloc(bytes: number): number;
  _PyThreadState_Get(): number;
  _PyUnstable_ThreadState_SetStackProtection(threadState: number, base: number, bytes: number): number;
  readonly HEAP32: Int32Array;
  /** Address of the number of chances to switch until Python looks at its interrupt buffer. */
  readonly __Py_emscripten_signal_clock: number;
  readonly StackState: { readonly prototype: { _save_up_to(stop: number): number } };
}

export interface PrivateStacks {
  /** Python looks at its interrupt buffer after this many chances to switch. */
  setDistance(chances: number): void;
  /** Called from inside a promising call, first thing: tells Python where its stack ends. */
  protect(): void;
  /** From the next entry on Python may use less of its stacks before it raises RecursionError. */
  shorten(): void;
  /** Lowest addresses of the stacks that nobody is on. */
  free(): readonly number[];
}

const alignment = 16;
/** Left free at the top, for what the entry itself keeps there. */
const headroom = 64;
const regionBytes = 320 * 1024;
/**
 * What Python may use of it before it raises RecursionError. The engine's own stack ends sooner than ours would, and
 * that end kills the interpreter: with this much, endless `__getattr__`, `__eq__` or `sorted(key=…)` is an exception.
 */
const usableBytes = 192 * 1024;
/**
 * As `usableBytes`, for a run whose first attempt died of the engine's stack: deep `repr`, `json`, `copy` and the end
 * of a long chain of objects take little of ours and much of the engine's.
 */
const shortBytes = 48 * 1024;

const functionNames = [
  'promisingApply',
  'stackRestore',
  '_malloc',
  '_PyThreadState_Get',
  '_PyUnstable_ThreadState_SetStackProtection',
] as const;

/**
 * Changes Pyodide's module in place.
 * @param stacks lowest addresses of free stacks that lie in its memory already
 * @throws MissingInternals when a private name is not what it was in the Pyodide this was written for
 */
export function installPrivateStacks(candidate: unknown, stacks: readonly number[] = []): PrivateStacks {
  const module = checkModule(candidate);
  const free = [...stacks];
  const enter = module.promisingApply;
  /** Lowest address of the stack that was entered last, until Python knows of it. */
  let entering: number | null = null;
  let usable = usableBytes;

  // Regions are disjoint: copying out would only ever write stale bytes back.
  module.StackState.prototype._save_up_to = () => 0;
  module.promisingApply = (...args) => {
    const base = free.pop() ?? allocateRegion();
    entering = base;
    module.stackRestore(base + regionBytes - headroom);
    const ended = enter(...args);
    const giveBack = () => {
      free.push(base);
    };
    ended.then(giveBack, giveBack);
    return ended;
  };

  function allocateRegion(): number {
    const start = module._malloc(regionBytes + alignment);
    if (start === 0) throw new RangeError('MemoryError: no room for another thread.');
    return (start + alignment - 1) & ~(alignment - 1);
  }

  // Called very often: of the module itself only the first lookup is worth its time.
  const clockIndex = module.__Py_emscripten_signal_clock >> 2;
  let heap = module.HEAP32;

  return {
    setDistance: (chances) => {
      // Memory that has grown leaves the old view empty.
      if (heap.length === 0) heap = module.HEAP32;
      heap[clockIndex] = chances;
    },
    protect: () => {
      if (entering === null) return;
      module._PyUnstable_ThreadState_SetStackProtection(
        module._PyThreadState_Get(),
        entering + regionBytes - usable,
        usable,
      );
      entering = null;
    },
    shorten: () => {
      usable = shortBytes;
    },
    free: () => [...free],
  };
}

/** Pyodide changed inside; threads cannot be offered until this file has been adapted. */
export class MissingInternals extends Error {
  constructor(names: readonly string[]) {
    super(`Threads are not available: this build of Pyodide has no ${names.join(', ')}.`);
    this.name = 'MissingInternals';
  }
}

function checkModule(candidate: unknown): StackModule {
  const module = Object(candidate) as Record<string, unknown>;
  const missing: string[] = functionNames.filter((name) => typeof module[name] !== 'function');
  const { StackState } = module as { StackState?: { prototype?: { _save_up_to?: unknown } } };
  if (typeof StackState?.prototype?._save_up_to !== 'function') missing.push('StackState._save_up_to');
  if (!(module.HEAP32 instanceof Int32Array)) missing.push('HEAP32');
  if (typeof module.__Py_emscripten_signal_clock !== 'number') missing.push('__Py_emscripten_signal_clock');
  if (missing.length > 0) throw new MissingInternals(missing);
  return module as unknown as StackModule;
}
