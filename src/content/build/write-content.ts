/** Puts the content's files into a built site, and takes away what content of earlier builds left there. */
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** These folders of a site hold nothing but what comes from content. */
const ownFolders = ['c', 'content', 'tracks', 'paths', 'glossary'];

/** @param files path → text; written in this order, so that a page comes after the data it names */
export async function writeContent(site: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) await writeWhole(path.join(site, name), text);
  for (const folder of ownFolders) await removeStale(site, folder, files);
}

/** A page is never seen half-written: it is written beside and renamed. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}

/** @returns whether the folder is empty now */
async function removeStale(
  site: string,
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<boolean> {
  const items = await readdir(path.join(site, folder), { withFileTypes: true }).catch(() => []);
  let kept = 0;
  for (const item of items) {
    const name = `${folder}/${item.name}`;
    if (item.isDirectory()) {
      if (await removeStale(site, name, files)) await rmdir(path.join(site, name));
      else kept += 1;
    } else if (files.has(name)) kept += 1;
    else await rm(path.join(site, name));
  }
  return kept === 0;
}
