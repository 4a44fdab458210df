// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyTheme, readShownTheme, restoreTheme, watchTheme } from './theme.ts';

const root = document.documentElement;

afterEach(() => {
  localStorage.clear();
  delete root.dataset.theme;
  vi.restoreAllMocks();
});

describe('theme', () => {
  it('shows a choice and restores it on the next page', () => {
    applyTheme('dark');
    expect(root.dataset.theme).toBe('dark');
    delete root.dataset.theme;
    restoreTheme();
    expect(root.dataset.theme).toBe('dark');
    expect(readShownTheme()).toBe('dark');
  });

  it('leaves the decision to the system', () => {
    applyTheme('dark');
    applyTheme('system');
    expect(root.dataset.theme).toBeUndefined();
    restoreTheme();
    expect(root.dataset.theme).toBeUndefined();
  });

  it('works where storage is closed, and ignores what it cannot read', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('closed');
    });
    applyTheme('light');
    expect(root.dataset.theme).toBe('light');
    vi.restoreAllMocks();
    localStorage.setItem('interleave.theme', 'purple');
    restoreTheme();
    expect(root.dataset.theme).toBeUndefined();
  });

  it('tells when the colours on screen change, and only then', async () => {
    applyTheme('light');
    const seen: string[] = [];
    const changed = new Promise<void>((resolve) => {
      const stop = watchTheme((theme) => {
        seen.push(theme);
        stop();
        resolve();
      });
    });
    applyTheme('light');
    applyTheme('dark');
    await changed;
    expect(seen).toEqual(['dark']);
  });
});
