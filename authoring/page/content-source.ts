/** Where the page hears of the folders: the local server's list, its files, and its stream of changes. */
import type { Challenge } from '../../src/domain/challenge.ts';
import type { AuthorContent, ContentChange } from '../author-content.ts';

export interface ContentSource {
  load(): Promise<AuthorContent>;
  /** @param path from the site's root */
  loadChallenge(path: string): Promise<Challenge>;
  /** @returns a function that ends the watch */
  watch(listener: SourceListener): () => void;
}

export interface SourceListener {
  readonly onChange: (change: ContentChange) => void;
  /** The server went away; the browser asks again by itself. */
  readonly onLost: () => void;
}

/** @param root relative prefix of the site's root, ending in a slash */
export function createServerSource(root: string): ContentSource {
  return {
    load: () => loadJson<AuthorContent>('folders.json'),
    loadChallenge: (path) => loadJson<Challenge>(root + path),
    watch({ onChange, onLost }) {
      const events = new EventSource('changes');
      events.addEventListener('change', (event) => onChange(JSON.parse(event.data) as ContentChange));
      events.addEventListener('error', onLost);
      return () => events.close();
    },
  };
}

async function loadJson<T>(path: string): Promise<T> {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The local server did not give ${path} (${response.status}).`);
  return (await response.json()) as T;
}
