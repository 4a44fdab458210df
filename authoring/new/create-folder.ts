/** Writes a new challenge folder from the templates. */
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildJsonSchemas } from '../schema/schema-files.ts';
import type { NewKind } from './challenge-kinds.ts';

export interface NewChallenge {
  readonly slug: string;
  readonly title: string;
  readonly track: string;
  readonly order: number;
  readonly kind: NewKind;
}

const templates = fileURLToPath(new URL('./templates', import.meta.url));

/**
 * @param root the folder that holds the challenge folders; made if it is not there, with a tracks.toml
 * @returns the paths written, relative to `root`
 * @throws FolderExistsError when something of that name is there; nothing is changed then
 */
export async function createFolder(root: string, challenge: NewChallenge): Promise<readonly string[]> {
  const files = new Map<string, string>();
  for (const name of ['challenge.toml', 'explanation.md', 'hints', challenge.kind.name]) {
    const prefix = name === challenge.kind.name ? '' : name;
    await collect(path.join(templates, name), prefix, files);
  }

  await mkdir(root, { recursive: true });
  const folder = path.join(root, challenge.slug);
  try {
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new FolderExistsError(challenge.slug);
    throw error;
  }
  const written: string[] = [];
  try {
    for (const [name, text] of files) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), name.endsWith('.py') ? text : fillIn(text, challenge));
      written.push(`${challenge.slug}/${name}`);
    }
  } catch (error) {
    // Half a folder would stand in the way of the next try.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return [...written, ...(await completeRoot(root, challenge.track))];
}

export class FolderExistsError extends Error {
  constructor(slug: string) {
    super(
      `There is a "${slug}" already, and nothing of it was touched. Choose another slug, or edit that folder.`,
    );
  }
}

/** What belongs beside the folders and is not there yet. */
async function completeRoot(root: string, track: string): Promise<readonly string[]> {
  const words = track.replaceAll('-', ' ');
  const title = words.slice(0, 1).toUpperCase() + words.slice(1);
  const files = new Map(buildJsonSchemas()).set(
    'tracks.toml',
    `#:schema ./tracks.schema.json\n# The tracks, in the order in which the catalogue shows them.\n\n[[tracks]]\nslug = "${track}"\ntitle = "${title}"\nsummary = "TODO(author): one sentence."\n`,
  );
  const written: string[] = [];
  for (const [name, text] of files) {
    if (await exists(path.join(root, name))) continue;
    await writeFile(path.join(root, name), text);
    written.push(name);
  }
  return written;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

/** @param prefix path in the new folder; empty for the folder itself */
async function collect(source: string, prefix: string, files: Map<string, string>): Promise<void> {
  if (path.extname(source) !== '') {
    files.set(prefix, await readFile(source, 'utf8'));
    return;
  }
  for (const name of (await readdir(source)).sort()) {
    if (name !== '__pycache__') await collect(path.join(source, name), path.posix.join(prefix, name), files);
  }
}

function fillIn(text: string, challenge: NewChallenge): string {
  const { kind } = challenge;
  const values: Readonly<Record<string, string>> = {
    slug: challenge.slug,
    title: challenge.title,
    track: challenge.track,
    order: String(challenge.order),
    kind: kind.kind,
    files: kind.files,
    mutant: kind.mutant,
  };
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
}
