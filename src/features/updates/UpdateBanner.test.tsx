// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { SiteUpdates, UpdateState } from '../../offline/site-updates.ts';
import { UpdateBanner } from './UpdateBanner.tsx';

afterEach(cleanup);

function createUpdates() {
  let state: UpdateState = { kind: 'none' };
  const listeners = new Set<() => void>();
  const use = vi.fn();
  const updates: SiteUpdates = {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    use,
  };
  const set = (next: UpdateState) =>
    act(async () => {
      state = next;
      for (const listener of listeners) listener();
    });
  return { updates, set, use };
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

test('says nothing until there is a new version, and nothing more once it is put away', async () => {
  const { updates, set, use } = createUpdates();
  render(<UpdateBanner updates={updates} />);
  expect(screen.queryByRole('status')).toBeNull();
  await set({ kind: 'ready' });
  expect(screen.getByRole('status').textContent).toContain('A new version of Interleave is ready.');
  await press('Dismiss');
  expect(screen.queryByRole('status')).toBeNull();
  // Used in another tab: that is news again.
  await set({ kind: 'used-elsewhere' });
  expect(screen.getByRole('status').textContent).toContain('Another tab uses a new version');
  expect(use).not.toHaveBeenCalled();
});

test('is used when asked for and the page can be left; else the page says why not', async () => {
  const { updates, set, use } = createUpdates();
  let reason: string | null = 'Your code is running.';
  render(<UpdateBanner updates={updates} prepare={async () => reason} />);
  await set({ kind: 'ready' });
  await press('Reload with the new version');
  expect(screen.getByRole('status').textContent).toContain('Your code is running.');
  expect(use).not.toHaveBeenCalled();
  reason = null;
  await press('Reload with the new version');
  expect(use).toHaveBeenCalledTimes(1);
});
