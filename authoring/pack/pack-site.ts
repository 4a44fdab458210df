/** A static site with chosen challenges: the app as it is built, and pages for these alone. */
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CatalogContent, readCatalog } from '../../src/content/build/read-catalog.ts';
import { buildSiteFiles } from '../../src/content/build/site-files.ts';
import { isContentPath } from '../../src/content/build/site-pages.ts';
import { writeContent } from '../../src/content/build/write-content.ts';
import { formatProblem } from '../../src/domain/content-problem.ts';
import { writeOffline } from '../../src/offline/build/write-offline.ts';
import { selectContent } from './select-content.ts';
import { nameShelves } from './shelves.ts';

export interface PackOptions {
  /** The built app, dist/. */
  readonly app: string;
  /** The folder of challenges. */
  readonly challenges: string;
  /** Folder whose tracks.toml gives words to the shelves of a folder that has none of its own. */
  readonly ownChallenges: string;
  /** Slugs; null = all tracks. */
  readonly tracks: readonly string[] | null;
  readonly out: string;
}

export interface PackResult {
  readonly challenges: number;
  readonly tracks: number;
}

/** A site that has this file was packed, so packing may replace it. */
const marker = '.interleave-pack';

/** @throws Error with a sentence, before anything is written, when the site cannot be made or its place is taken. */
export async function packSite(options: PackOptions): Promise<PackResult> {
  const { app, out } = options;
  await refuseTakenPlace(out);
  const content = await chooseContent(options);

  await mkdir(path.dirname(out), { recursive: true });
  const part = await mkdtemp(path.join(path.dirname(out), '.pack-'));
  try {
    for (const name of await readdir(app)) {
      if (isContentPath(name) || name === marker) continue;
      await cp(path.join(app, name), path.join(part, name), { recursive: true });
    }
    await writeContent(part, await buildSiteFiles(part, content));
    await writeOffline(part);
    await writeFile(
      path.join(part, marker),
      'This folder is made by `challenge pack`, which replaces it as a whole.\n',
    );
    await takePlace(part, out);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
  return { challenges: content.challenges.length, tracks: content.catalog.tracks.length };
}

async function chooseContent({ challenges, ownChallenges, tracks }: PackOptions): Promise<CatalogContent> {
  if (!(await stat(challenges).catch(() => null))?.isDirectory()) {
    throw new Error(`There is no folder ${challenges}. Correct the path after --challenges.`);
  }
  const content = await nameShelves(await readCatalog(challenges), challenges, ownChallenges);
  const { broken } = content.catalog;
  if (broken.length > 0) {
    const lines = broken.flatMap(({ slug, problems }) =>
      problems.map((problem) => `  ${formatProblem(slug, problem)}`),
    );
    throw new Error(
      ['These folders are no challenges yet. Repair them, or take them out of the folder:', ...lines].join(
        '\n',
      ),
    );
  }
  const chosen = selectContent(content, tracks);
  if (chosen.challenges.length === 0) throw new Error(`There is no challenge in ${challenges} to pack.`);
  return chosen;
}

/** What somebody else put there is never removed: only an empty folder or a packed site is replaced. */
async function refuseTakenPlace(out: string): Promise<void> {
  const info = await stat(out).catch(() => null);
  if (info === null) return;
  if (!info.isDirectory()) throw new Error(`${out} is a file. Name another place after --out.`);
  const names = await readdir(out);
  if (names.length === 0 || names.includes(marker)) return;
  throw new Error(
    `${out} has files in it that \`pack\` did not make, so it is left alone. Name another folder after --out.`,
  );
}

async function takePlace(part: string, out: string): Promise<void> {
  const old = `${part}-old`;
  await rename(out, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(part, out);
  await rm(old, { recursive: true, force: true });
}
