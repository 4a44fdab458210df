/** Writes the content's files into a built site: `tsx src/content/build/write-site.ts SITE`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { formatProblem } from '../../domain/content-problem.ts';
import { manifestSchema } from '../../image/manifest.ts';
import { readCatalog } from './read-catalog.ts';
import { buildSitePages } from './site-pages.ts';
import { writeContent } from './write-content.ts';

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

await writeContent(site, files);
report();

function report(): void {
  const { catalog, warnings } = content;
  for (const { slug, problems } of [...catalog.broken, ...warnings]) {
    for (const problem of problems) {
      process.stdout.write(`${formatProblem(path.posix.join('challenges', slug), problem)}\n`);
    }
  }
  process.stdout.write(`${catalog.entries.length} challenges, ${catalog.broken.length} with mistakes\n`);
}
