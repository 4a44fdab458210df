import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Sandbox, SandboxState } from '../sandbox/sandbox.ts';
import { whenBooted } from './when-booted.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begin() {
  let kind: SandboxState['kind'] = 'idle';
  const listeners = new Set<() => void>();
  const sandbox = {
    getState: () => ({ kind }) as SandboxState,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Sandbox;
  const seen = { isOver: false };
  void whenBooted(sandbox).then(() => {
    seen.isOver = true;
  });
  const become = (next: SandboxState['kind']) => {
    kind = next;
    for (const listener of [...listeners]) listener();
  };
  return { seen, become, listeners };
}

test.each(['ready', 'failed'] as const)('a boot that ends as %s is over at once', async (kind) => {
  const { seen, become, listeners } = begin();
  become('booting');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(seen.isOver).toBe(false);
  become(kind);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.isOver).toBe(true);
  expect(listeners.size).toBe(0);
});

test('a page that is only read is not waited for', async () => {
  const { seen } = begin();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(seen.isOver).toBe(true);
});

test('a network that never brings Python is given up', async () => {
  const { seen, become } = begin();
  become('booting');
  await vi.advanceTimersByTimeAsync(29_000);
  expect(seen.isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(seen.isOver).toBe(true);
});
