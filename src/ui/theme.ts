/** Light or dark: `data-theme` on the html element decides; without it the system does (see tokens.css). */
import type { ThemeChoice } from '../domain/settings.ts';

/**
 * The settings in the learner's store are the truth. This mirror is read without waiting, so that a page can
 * be in the right colours before it is first painted.
 */
const mirrorKey = 'interleave.theme';

/** Shows a choice on this page and remembers it for the first paint of the next. */
export function applyTheme(choice: ThemeChoice): void {
  const { dataset } = document.documentElement;
  if (choice === 'system') delete dataset.theme;
  else dataset.theme = choice;
  try {
    localStorage.setItem(mirrorKey, choice);
  } catch {
    // Storage is closed to this page: the store's own settings, or the system's, decide a moment later.
  }
}

/** Call first thing on every page, before anything is drawn. */
export function restoreTheme(): void {
  applyTheme(readMirror());
}

/** The colours that are on screen now. */
export function readShownTheme(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * Tells when the colours on screen change: by choice here, by choice in another tab, or with the system.
 * @returns a function that ends the watch
 */
export function watchTheme(listener: (theme: 'light' | 'dark') => void): () => void {
  let shown = readShownTheme();
  const check = () => {
    const next = readShownTheme();
    if (next === shown) return;
    shown = next;
    listener(next);
  };
  const onStorage = (event: StorageEvent) => {
    if (event.key === mirrorKey) restoreTheme();
  };

  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(check);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', check);
  addEventListener('storage', onStorage);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', check);
    removeEventListener('storage', onStorage);
  };
}

function readMirror(): ThemeChoice {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(mirrorKey);
  } catch {
    // As above.
  }
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}
