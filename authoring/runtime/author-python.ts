/** The Python side of the author's tool, as files for a run. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../scripts/setup/root.mjs';
import type { TextFile } from '../../src/domain/challenge.ts';

const folder = path.join(projectRoot, 'python/authoring');

export async function readAuthorPython(): Promise<readonly TextFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.py')).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: `authoring/${name}`,
      text: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
}
