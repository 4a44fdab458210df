/** Private stacks over a stand-in for Pyodide's module. */
import { expect, test } from 'vitest';
import { installPrivateStacks, MissingInternals } from './private-stacks.ts';

function createModule() {
  const pointers: number[] = [];
  const limits: number[][] = [];
  const ends: (() => void)[] = [];
  let heapEnd = 1_000;
  const module = {
    HEAP32: new Int32Array(8),
    __Py_emscripten_signal_clock: 8,
    promisingApply: () =>
      new Promise<void>((resolve) => {
        ends.push(resolve);
      }),
    stackRestore: (pointer: number) => pointers.push(pointer),
    _malloc: (bytes: number) => {
      const start = heapEnd;
      heapEnd += bytes;
      return start;
    },
    _PyThreadState_Get: () => 7,
    _PyUnstable_ThreadState_SetStackProtection: (...told: number[]) => {
      limits.push(told);
      return 0;
    },
    StackState: class {
      _save_up_to(stop: number) {
        return stop;
      }
    },
  };
  return { module, pointers, limits, ends };
}

test('each call has a stack of its own, and Python is told where it ends', () => {
  const { module, pointers, limits } = createModule();
  const stacks = installPrivateStacks(module);
  module.promisingApply();
  stacks.protect();
  module.promisingApply();
  stacks.protect();
  stacks.protect();
  const [first, second] = pointers as [number, number];
  expect(second).toBeGreaterThan(first + 100_000);
  expect(limits).toHaveLength(2);
  expect(limits[0]?.[0]).toBe(7);
  // From the lowest address that may be used up to the top, where the call began.
  expect((limits[0]?.[1] ?? 0) + (limits[0]?.[2] ?? 0)).toBeGreaterThanOrEqual(first);
  expect(limits[0]?.[1]).toBeLessThan(first);
  expect(new module.StackState()._save_up_to(5)).toBe(0);
});

test('the stack of a call that has ended is used again', async () => {
  const { module, pointers, ends } = createModule();
  installPrivateStacks(module);
  const call = module.promisingApply();
  ends[0]?.();
  await call;
  await Promise.resolve();
  module.promisingApply();
  expect(pointers[1]).toBe(pointers[0]);
});

test('the distance is written where Python counts', () => {
  const { module } = createModule();
  installPrivateStacks(module).setDistance(30);
  expect(module.HEAP32[2]).toBe(30);
});

test('a Pyodide without the private names is refused by name', () => {
  const { module } = createModule();
  const changed = { ...module, promisingApply: undefined, StackState: class {} };
  expect(() => installPrivateStacks(changed)).toThrow(MissingInternals);
  expect(() => installPrivateStacks(changed)).toThrow(/promisingApply, StackState\._save_up_to/);
  expect(() => installPrivateStacks(undefined)).toThrow(MissingInternals);
});
