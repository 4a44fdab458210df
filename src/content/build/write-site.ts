/** Writes the content's files into a built site, and lists the whole for offline use: `tsx src/content/build/write-site.ts SITE`. */
import path from 'node:path';
import { formatProblem } from '../../domain/content-problem.ts';
import { writeOffline } from '../../offline/build/write-offline.ts';
import { readCatalog } from './read-catalog.ts';
import { buildSiteFiles } from './site-files.ts';
import { writeContent } from './write-content.ts';

const site = process.argv[2];
if (site === undefined) throw new Error('Name the folder of the built site.');
const challengesRoot = process.argv[3] ?? 'challenges';

const content = await readCatalog(challengesRoot);
await writeContent(site, await buildSiteFiles(site, content));
await writeOffline(site);
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
