/** Makes a built site one that works offline: the list of its files, and the service worker that goes by it. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildList, buildListPath, isListed } from '../build-list.ts';
import { hashContent } from '../hash-content.ts';

/** Name of the service worker in a site. */
export const workerName = 'service-worker.js';

/** The first line of the worker, which alone differs from build to build when its code does not. */
const firstLine = (id: string) => `const interleaveBuild = '${id}';`;

/** @returns the worker's text before a site is complete; `writeOffline` gives it its build. */
export function toUnnamedWorker(code: string): string {
  return `${firstLine('none')}\n${code}\n`;
}

/**
 * To be called when every other file is written.
 * @param site folder of a built site that holds a worker
 * @returns the build's id
 */
export async function writeOffline(site: string): Promise<string> {
  const list: BuildList = { schema: 1, files: await hashFiles(site) };
  const text = JSON.stringify(list);
  const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const worker = await readFile(path.join(site, workerName), 'utf8');
  const end = worker.indexOf('\n');
  if (!worker.startsWith('const interleaveBuild = ') || end < 0) {
    throw new Error(`${workerName} is not the one of the build, so the site cannot be made to work offline.`);
  }
  await removeOldLists(site);
  await writeWhole(path.join(site, buildListPath(id)), text);
  await writeWhole(path.join(site, workerName), firstLine(id) + worker.slice(end));
  return id;
}

async function hashFiles(site: string): Promise<Record<string, string>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter(isListed)
    .sort();
  const files: Record<string, string> = {};
  for (const name of paths) {
    files[name] = await hashContent(new Uint8Array(await readFile(path.join(site, name))));
  }
  return files;
}

async function removeOldLists(site: string): Promise<void> {
  const folder = path.join(site, 'content');
  for (const name of await readdir(folder)) {
    if (/^build\.[0-9a-f]+\.json$/.test(name)) await rm(path.join(folder, name));
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}
