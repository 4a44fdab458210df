/** Writes the content's files into a built site: `tsx src/content/build/write-site.ts SITE`. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { manifestSchema } from '../../image/manifest.ts';
import { readCatalog } from './read-catalog.ts';
import { buildSitePages } from './site-pages.ts';

const site = process.argv[2];
if (site === undefined) throw new Error('Name the folder of the built site.');
const challengesRoot = process.argv[3] ?? 'challenges';

const shell = await readFile(path.join(site, 'shell.html'), 'utf8');
const manifest = v.parse(
  manifestSchema,
  JSON.parse(await readFile(path.join(site, 'interpreter/manifest.json'), 'utf8')),
);
const content = await readCatalog(challengesRoot);
const files = buildSitePages({
  content,
  shell,
  manifestPath: `interpreter/manifest.${manifest.id}.json`,
  frameSha256: manifest.frame.sha256,
});

for (const [name, text] of files) await writeWhole(path.join(site, name), text);
report();

/** A page is never seen half-written: it is written beside and renamed. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}

function report(): void {
  const { catalog, warnings } = content;
  for (const { slug, problems } of [...catalog.broken, ...warnings]) {
    for (const { file, line, message, severity } of problems) {
      const place = `challenges/${slug}/${file}${line === null ? '' : `:${line}`}`;
      process.stdout.write(`${severity}: ${place}: ${message}\n`);
    }
  }
  process.stdout.write(`${catalog.entries.length} challenges, ${catalog.broken.length} broken folders\n`);
}
