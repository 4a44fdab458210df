/** Reads every challenge folder below a root into a Catalog and its challenges. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseToml, TomlError } from 'smol-toml';
import type {
  BrokenChallenge,
  Catalog,
  CatalogEntry,
  Challenge,
  ContentProblem,
  Track,
} from '../../domain/challenge.ts';
import { type ChallengeFolderResult, parseChallengeFolder } from '../../domain/challenge-folder.ts';
import { parseTracks } from '../../domain/track-schema.ts';
import { locateKey } from './locate-key.ts';
import { readFolder } from './read-folder.ts';
import { renderMarkdown } from './render-markdown.ts';

export interface CatalogContent {
  readonly catalog: Catalog;
  readonly challenges: readonly Challenge[];
  readonly warnings: readonly BrokenChallenge[];
}

/**
 * A folder with an error is listed as broken; the others are unaffected.
 * @throws Error with a sentence when tracks.toml itself cannot be read.
 */
export async function readCatalog(root: string): Promise<CatalogContent> {
  const tracks = await readTracks(path.join(root, 'tracks.toml'));
  const folders = (await readdir(root, { withFileTypes: true }))
    .filter((item) => item.isDirectory() && !item.name.startsWith('.'))
    .map((item) => item.name)
    .sort();
  const read = await Promise.all(
    folders.map(async (slug) => ({ slug, ...(await readChallenge(path.join(root, slug), slug)) })),
  );
  const checked = read.map((item) => withRelations(item, read, tracks));

  const challenges = checked.flatMap((item) => (item.challenge === null ? [] : [item.challenge]));
  const order = new Map(tracks.map((track, index) => [track.slug, index]));
  challenges.sort(
    (a, b) =>
      (order.get(a.track) ?? 0) - (order.get(b.track) ?? 0) ||
      a.order - b.order ||
      a.slug.localeCompare(b.slug),
  );
  const withProblems = (severity: ContentProblem['severity']): readonly BrokenChallenge[] =>
    checked
      .map(({ slug, problems }) => ({ slug, problems: problems.filter((p) => p.severity === severity) }))
      .filter(({ problems }) => problems.length > 0);

  return {
    catalog: { tracks, entries: challenges.map(toEntry), broken: withProblems('error') },
    challenges,
    warnings: withProblems('warning'),
  };
}

async function readChallenge(root: string, slug: string): Promise<ChallengeFolderResult> {
  const files = await readFolder(root);
  const toml = files.texts.get('challenge.toml');
  if (toml === undefined) {
    const message = 'The file is missing. Every challenge folder needs one; copy it from a neighbour.';
    return { challenge: null, problems: [...files.problems, toError('challenge.toml', null, message)] };
  }

  let table: unknown;
  try {
    table = parseToml(toml);
  } catch (error) {
    return { challenge: null, problems: [...files.problems, toTomlProblem('challenge.toml', error)] };
  }
  const pictures = new Map(
    [...files.texts].filter(([name]) => name.startsWith('assets/') && name.endsWith('.svg')),
  );
  const result = parseChallengeFolder({
    slug,
    table,
    lineOf: (keys) => locateKey(toml, keys),
    texts: files.texts,
    binaries: files.binaries,
    renderMarkdown: (text) => renderMarkdown(text, { pictures }),
  });
  const problems = [...files.problems, ...result.problems];
  return { challenge: files.problems.length > 0 ? null : result.challenge, problems };
}

type Item = ChallengeFolderResult & { readonly slug: string };

/** Track and prerequisites can only be checked with all folders at hand. */
function withRelations(item: Item, all: readonly Item[], tracks: readonly Track[]): Item {
  const { challenge } = item;
  if (challenge === null) return item;
  const problems: ContentProblem[] = [...item.problems];
  const exists = new Set(all.map((other) => other.slug));
  const planned = new Set(tracks.flatMap((track) => track.planned));

  if (!tracks.some((track) => track.slug === challenge.track)) {
    const known = tracks.map((track) => track.slug).join(', ');
    problems.push(
      toError(
        'challenge.toml',
        null,
        `The track "${challenge.track}" is not in tracks.toml. Known: ${known}.`,
      ),
    );
  }
  for (const slug of challenge.prerequisites) {
    if (exists.has(slug)) continue;
    const message = planned.has(slug)
      ? `The prerequisite "${slug}" is planned but not written yet.`
      : `The prerequisite "${slug}" does not exist. Correct the name, or say it in words under "assumes".`;
    problems.push({
      file: 'challenge.toml',
      line: null,
      message,
      severity: planned.has(slug) ? 'warning' : 'error',
    });
  }
  const ring = findRing(challenge.slug, all);
  if (ring !== null) {
    problems.push(
      toError(
        'challenge.toml',
        null,
        `The prerequisites form a ring: ${ring.join(' → ')}. Break it at one place.`,
      ),
    );
  }
  const isBroken = problems.some((problem) => problem.severity === 'error');
  return { ...item, problems, challenge: isBroken ? null : challenge };
}

function findRing(slug: string, all: readonly Item[]): readonly string[] | null {
  const before = new Map(all.map((item) => [item.slug, item.challenge?.prerequisites ?? []]));
  const walk = (at: string, trail: readonly string[]): readonly string[] | null => {
    for (const next of before.get(at) ?? []) {
      if (next === slug) return [...trail, next];
      if (trail.includes(next)) continue;
      const ring = walk(next, [...trail, next]);
      if (ring !== null) return ring;
    }
    return null;
  };
  return walk(slug, [slug]);
}

async function readTracks(file: string): Promise<readonly Track[]> {
  let table: unknown;
  try {
    table = parseToml(await readFile(file, 'utf8'));
  } catch (error) {
    const problem = toTomlProblem('tracks.toml', error);
    throw new Error(
      `challenges/tracks.toml${problem.line === null ? '' : `:${problem.line}`}: ${problem.message}`,
    );
  }
  const parsed = parseTracks(table);
  if (!parsed.ok) throw new Error(`challenges/tracks.toml: ${parsed.problem}`);
  return parsed.value;
}

function toTomlProblem(file: string, error: unknown): ContentProblem {
  if (error instanceof TomlError) {
    const first = error.message.split('\n')[0]?.replace('Invalid TOML document: ', '') ?? '';
    return toError(file, error.line, `It is not valid TOML: ${first}.`);
  }
  return toError(file, null, `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
}

function toEntry(challenge: Challenge): CatalogEntry {
  const { slug, title, summary, track, order, difficulty, minutes, kind, concepts, needs, version } =
    challenge;
  return { slug, title, summary, track, order, difficulty, minutes, kind, concepts, needs, version };
}

function toError(file: string, line: number | null, message: string): ContentProblem {
  return { file, line, message, severity: 'error' };
}
