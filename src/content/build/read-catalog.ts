/** Reads every challenge folder below a root into a Catalog and its challenges. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrokenChallenge, Catalog, CatalogEntry, Challenge } from '../../domain/challenge.ts';
import { type ContentProblem, isError, toError } from '../../domain/content-problem.ts';
import type { Guide } from '../../domain/guide.ts';
import { packRecipes } from '../../image/pack-recipes.ts';
import { buildGuide, checkGuide } from './build-guide.ts';
import { checkFolderName, checkRelations, sortByTrack } from './check-relations.ts';
import type { LinkedTerm } from './link-terms.ts';
import { type FolderResult, readChallenge } from './read-challenge.ts';
import type { Disk } from './read-folder.ts';
import { readGlossary } from './read-glossary.ts';
import { addMissingTracks, readTracks } from './read-tracks.ts';

export interface CatalogContent {
  readonly catalog: Catalog;
  readonly challenges: readonly Challenge[];
  readonly guide: Guide;
  /** What deserves a look but keeps nothing out of the catalogue. */
  readonly warnings: readonly BrokenChallenge[];
}

/**
 * A folder with an error is listed as broken, and so is a tracks.toml with mistakes, under an empty slug; the others
 * are unaffected.
 * @throws Error with a sentence when `root` itself cannot be listed
 */
export async function readCatalog(root: string, disk?: Disk): Promise<CatalogContent> {
  const items = await listFolders(root);
  const tracks = await readTracks(root);
  const glossary = await readGlossary(root);
  const folders = await Promise.all(items.map((item) => readItem(root, item, glossary.terms, disk)));
  const packages = [...new Set(packRecipes.filter(isOptional).flatMap((r) => [r.name, ...r.distributions]))];
  const neighbours = {
    folders,
    tracks,
    packages: [...new Set(packages.map((name) => name.toLowerCase().replaceAll('_', '-')))],
  };
  const checked = folders.map((folder) => {
    const problems = [...folder.problems, ...checkRelations(folder, neighbours)];
    return { ...folder, problems, challenge: problems.some(isError) ? null : folder.challenge };
  });

  const found = checked.flatMap((item) => (item.challenge === null ? [] : [item.challenge]));
  const allTracks = addMissingTracks(tracks.tracks, found);
  const challenges = sortByTrack(found, allTracks);
  const beside = [...tracks.problems, ...glossary.problems, ...checkGuide(tracks, glossary, folders)];
  const reports = [{ slug: '', problems: beside }, ...checked];
  const withProblems = (severity: ContentProblem['severity']): readonly BrokenChallenge[] =>
    reports
      .map(({ slug, problems }) => ({ slug, problems: problems.filter((p) => p.severity === severity) }))
      .filter(({ problems }) => problems.length > 0);

  return {
    catalog: {
      ...(tracks.site === undefined ? {} : { site: tracks.site }),
      tracks: allTracks,
      entries: challenges.map(toEntry),
      broken: withProblems('error'),
    },
    challenges,
    guide: buildGuide(tracks, glossary, challenges),
    warnings: withProblems('warning'),
  };
}

function isOptional({ name }: (typeof packRecipes)[number]): boolean {
  return name !== 'stdlib' && name !== 'site';
}

async function listFolders(root: string): Promise<readonly Dirent[]> {
  let items: readonly Dirent[];
  try {
    items = await readdir(root, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      code === 'ENOENT'
        ? `There is no folder ${root}. Name the one that holds the challenge folders.`
        : `The folder ${root} cannot be listed (${code ?? String(error)}). Name the one that holds the challenge folders.`,
    );
  }
  return items
    .filter((item) => (item.isDirectory() || item.isSymbolicLink()) && !item.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readItem(
  root: string,
  item: Dirent,
  terms: readonly LinkedTerm[],
  disk?: Disk,
): Promise<FolderResult> {
  const fail = (problem: ContentProblem): FolderResult => ({
    slug: item.name,
    challenge: null,
    problems: [problem],
    links: [],
    lineOf: () => null,
  });
  if (item.isSymbolicLink()) {
    // A link to a file beside the folders is nobody's challenge, but nothing tells without following it.
    return fail(toError('', null, 'It is a symbolic link. Put the folder itself here.'));
  }
  const problem = checkFolderName(item.name);
  return problem === null ? readChallenge(path.join(root, item.name), item.name, terms, disk) : fail(problem);
}

function toEntry(challenge: Challenge): CatalogEntry {
  const { slug, title, summary, track, order, difficulty, minutes, kind, concepts, needs, version } =
    challenge;
  return { slug, title, summary, track, order, difficulty, minutes, kind, concepts, needs, version };
}
