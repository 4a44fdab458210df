/** The bytes of the interpreter image that every challenge needs. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toBrotli } from '../../scripts/setup/brotli.mjs';
import { projectRoot } from '../../scripts/setup/root.mjs';
import { parseManifest } from '../../src/image/manifest.ts';
import { budgets, type Size, toSize } from './budgets.ts';

const image = path.join(projectRoot, '.cache/image');

/** As the files lie in the image, and as their twins for hosts that know brotli. Needs the image. */
export async function measureInterpreter(): Promise<readonly [gzip: Size, brotli: Size]> {
  const { files } = parseManifest(await readFile(path.join(image, 'manifest.json'), 'utf8'));
  const measured = await Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      const content = await readFile(path.join(image, file.path));
      return { name, gzip: content.length, brotli: (await toBrotli(content)).length };
    }),
  );
  return [
    toSize(
      budgets.interpreterGzip,
      measured.map(({ name, gzip }) => [name, gzip]),
    ),
    toSize(
      budgets.interpreterBrotli,
      measured.map(({ name, brotli }) => [name, brotli]),
    ),
  ];
}
