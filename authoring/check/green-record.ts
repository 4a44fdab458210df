/** Remembers which folders have passed as they are now, so that `--changed` can leave them out. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { projectRoot } from '../../scripts/setup/root.mjs';
import { readFolder } from '../../src/content/build/read-folder.ts';

const file = path.join(projectRoot, '.cache/gate/green.json');
const RecordSchema = v.record(v.string(), v.string());

export interface GreenRecord {
  /** Whether this folder has passed with these very files, the same gate and the same interpreter. */
  has(folder: string): Promise<boolean>;
  add(folder: string): Promise<void>;
  remove(folder: string): Promise<void>;
  save(): Promise<void>;
}

/** A record that cannot be read is an empty one: then everything is checked. */
export async function openGreenRecord(): Promise<GreenRecord> {
  const known = new Map(Object.entries(await readRecord()));
  const tool = await hashTool();
  return {
    async has(folder) {
      return known.get(folder) === (await hashFolder(folder, tool));
    },
    async add(folder) {
      known.set(folder, await hashFolder(folder, tool));
    },
    async remove(folder) {
      known.delete(folder);
    },
    async save() {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.part`, `${JSON.stringify(Object.fromEntries(known), null, 1)}\n`);
      await rename(`${file}.part`, file);
    },
  };
}

async function readRecord(): Promise<Readonly<Record<string, string>>> {
  try {
    return v.parse(RecordSchema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return {};
  }
}

/** The gate's own sources and the interpreter image: a change of either makes every earlier pass worthless. */
async function hashTool(): Promise<string> {
  const hash = createHash('sha256');
  const sources = ['authoring/gate.ts'];
  for (const folder of ['authoring/gate', 'authoring/python']) {
    for (const name of (await readdir(path.join(projectRoot, folder))).sort()) {
      if (/\.(ts|py)$/.test(name)) sources.push(`${folder}/${name}`);
    }
  }
  for (const name of [...sources, '.cache/image/manifest.json']) {
    hash.update(await readFile(path.join(projectRoot, name)));
  }
  return hash.digest('hex');
}

async function hashFolder(folder: string, tool: string): Promise<string> {
  const { texts, binaries } = await readFolder(folder);
  const hash = createHash('sha256').update(tool);
  for (const [name, content] of [...texts, ...binaries]) {
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
