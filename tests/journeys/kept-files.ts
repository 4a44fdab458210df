/** What a site has kept in a browser for offline use, as its caches say. */
import { expect } from 'vitest';
import type { Learner } from './learner.ts';

/** Paths kept by any build, with the builds' number. */
export function readKept(learner: Learner): Promise<{ builds: number; paths: string[] }> {
  return learner.page.evaluate(async (root) => {
    const names = (await caches.keys()).filter((name) => name.startsWith('interleave '));
    const paths: string[] = [];
    for (const name of names) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(url.slice(root.length));
    }
    return { builds: names.length, paths };
  }, learner.url);
}

/** Waits until each of these is kept; a name is a beginning of a path. */
export async function waitUntilKept(learner: Learner, beginnings: readonly string[]): Promise<void> {
  const missing = async () => {
    const { paths } = await readKept(learner);
    return beginnings.filter((beginning) => !paths.some((path) => path.startsWith(beginning)));
  };
  await expect.poll(missing, { timeout: 120_000, interval: 250 }).toEqual([]);
}

/** What one challenge without packages needs to be worked on without a network. */
export const challengeFiles = (slug: string) => [
  '.kept/whole',
  `c/${slug}/index.html`,
  `content/${slug}.`,
  'assets/monaco-setup',
  'assets/editor.worker',
  ...['manifest', 'wasm', 'worker', 'stdlib', 'site', 'interleave'].map((name) => `interpreter/${name}`),
];
