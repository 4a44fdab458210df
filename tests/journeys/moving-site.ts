/** A site that goes down, comes back, and is published anew while learners are at it. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AnswerFirst } from '../../scripts/setup/serve.mjs';
import { serve } from '../../scripts/setup/serve.mjs';
import { writeOffline } from '../../src/offline/build/write-offline.ts';

interface Answer {
  readonly path: string;
  readonly status: number;
}

export interface MovingSite {
  readonly url: string;
  /** Every answer since the last look at this list; emptied by the test. */
  readonly answers: Answer[];
  /** Is asked before the files are looked at; replaced by the test. */
  answerFirst: AnswerFirst;
  /** The host cannot be reached any more. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** Puts the next version in place, as a host does: at once, and nothing of the old one is left. */
  publishNext(): Promise<void>;
  close(): Promise<void>;
}

export async function openMovingSite(options: { headers: boolean; base?: string }): Promise<MovingSite> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'moving-site-'));
  const root = path.join(scratch, 'site');
  await cp('dist', root, { recursive: true });
  let port = 0;
  let server: Awaited<ReturnType<typeof serve>> | null = null;
  const site: MovingSite = {
    url: '',
    answers: [],
    answerFirst: () => false,
    async goDown() {
      await server?.close();
      server = null;
    },
    async comeBack() {
      server = await serve({
        root,
        port,
        ...options,
        answerFirst: (call) => site.answerFirst(call),
        onRequest: ({ path, status }) => site.answers.push({ path, status }),
      });
      port = server.port;
    },
    async publishNext() {
      const next = path.join(scratch, 'next');
      await makeNextBuild(root, next);
      await rename(root, path.join(scratch, 'old'));
      await rename(next, root);
      await rm(path.join(scratch, 'old'), { recursive: true });
    },
    async close() {
      await server?.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
  await site.comeBack();
  return Object.assign(site, { url: (server as unknown as { url: string }).url });
}

/** What the next version of min-with-key begins with. */
export const secondEdition = 'This is the second edition.';

/** A build in which every asset has another name and one challenge has other words. */
async function makeNextBuild(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  const names = new Map<string, string>();
  for (const name of await readdir(path.join(to, 'assets'))) {
    const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
    names.set(name, name.replace(/-[\w-]{8}\.(\w+)$/, `-${hash}.$1`));
  }
  for (const name of await readdir(path.join(to, 'content'))) {
    if (!name.startsWith('min-with-key.')) continue;
    const file = path.join(to, 'content', name);
    const text = await readFile(file, 'utf8');
    const changed = text.replace('"statementHtml":"', `"statementHtml":"<p>${secondEdition}</p>`);
    if (changed === text) throw new Error(`${name} has no statement.`);
    await writeFile(file, changed);
    const hash = createHash('sha256').update(changed).digest('hex').slice(0, 10);
    names.set(name, `min-with-key.${hash}.json`);
  }
  const entries = await readdir(to, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(html|js|css|json)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    let text = await readFile(file, 'utf8');
    for (const [before, after] of names) text = text.replaceAll(before, after);
    await writeFile(file, text);
  }
  for (const [before, after] of names) {
    const folder = before.endsWith('.json') ? 'content' : 'assets';
    await rename(path.join(to, folder, before), path.join(to, folder, after));
  }
  await writeOffline(to);
}
