/** What can only be said of a challenge with all the others at hand: its track, its place, what it leans on. */
import type { Challenge, Track } from '../../domain/challenge.ts';
import { tomlName } from '../../domain/challenge-folder.ts';
import { slugPattern } from '../../domain/challenge-schema.ts';
import { suggest } from '../../domain/closest-word.ts';
import { type ContentProblem, toError, toWarning } from '../../domain/content-problem.ts';
import type { FolderResult } from './read-challenge.ts';
import type { TracksFile } from './read-tracks.ts';

export interface Neighbours {
  readonly folders: readonly FolderResult[];
  readonly tracks: TracksFile;
  /** Names that `packages` may hold, in lower case. */
  readonly packages: readonly string[];
}

/** @returns the problems of one folder among its neighbours; none for a folder that is no challenge. */
export function checkRelations(folder: FolderResult, all: Neighbours): readonly ContentProblem[] {
  const { challenge } = folder;
  if (challenge === null) return [];
  return [
    ...checkTrack(challenge, folder, all.tracks),
    ...checkOrder(challenge, folder, all.folders),
    ...checkSlugs(challenge, folder, all),
    ...checkRing(challenge, folder, all.folders),
    ...checkLinks(folder, all),
    ...checkPackages(challenge, folder, all.packages),
  ];
}

function* checkTrack(
  challenge: Challenge,
  { lineOf }: FolderResult,
  { tracks, isWhole }: TracksFile,
): Generator<ContentProblem> {
  const known = tracks.map((track) => track.slug);
  // A broken tracks.toml is one mistake, not one in every folder.
  if (known.includes(challenge.track) || !isWhole) return;
  const message = `The track "${challenge.track}" is not in tracks.toml.${suggest(challenge.track, known)} Known: ${known.join(', ')}.`;
  yield toError(tomlName, lineOf(['track']), message);
}

/** Only a warning: of two people who add a challenge at the same time, neither is wrong. */
function* checkOrder(
  challenge: Challenge,
  { lineOf }: FolderResult,
  folders: readonly FolderResult[],
): Generator<ContentProblem> {
  const twins = folders.filter(
    (other) =>
      other.slug !== challenge.slug &&
      other.challenge?.track === challenge.track &&
      other.challenge.order === challenge.order,
  );
  if (twins.length === 0) return;
  const names = twins.map((twin) => twin.slug).join(', ');
  const taken = folders.flatMap((other) =>
    other.challenge?.track === challenge.track ? [other.challenge.order] : [],
  );
  const message = `Place ${challenge.order} of the track "${challenge.track}" is taken by ${names} as well. ${Math.max(...taken) + 1} is free.`;
  yield toWarning(tomlName, lineOf(['order']), message);
}

function* checkSlugs(
  challenge: Challenge,
  { lineOf }: FolderResult,
  { folders, tracks }: Neighbours,
): Generator<ContentProblem> {
  const exists = folders.map((other) => other.slug);
  const planned = tracks.tracks.flatMap((track) => track.planned);
  for (const [index, slug] of challenge.prerequisites.entries()) {
    if (exists.includes(slug)) continue;
    const line = lineOf(['prerequisites', index]);
    if (planned.includes(slug)) {
      yield toWarning(tomlName, line, `The prerequisite "${slug}" is planned but not written yet.`);
    } else {
      const message = `The prerequisite "${slug}" does not exist.${suggest(slug, [...exists, ...planned])} Correct the name, or say it in words under "assumes".`;
      yield toError(tomlName, line, message);
    }
  }
  for (const [index, slug] of challenge.unlocks.entries()) {
    if (exists.includes(slug) || planned.includes(slug)) continue;
    const message = `"unlocks" names "${slug}", which neither exists nor is planned.${suggest(slug, [...exists, ...planned])} Correct or remove it.`;
    yield toWarning(tomlName, lineOf(['unlocks', index]), message);
  }
}

function* checkRing(
  challenge: Challenge,
  { lineOf }: FolderResult,
  folders: readonly FolderResult[],
): Generator<ContentProblem> {
  const ring = findRing(challenge.slug, folders);
  if (ring === null) return;
  const message = `The prerequisites form a ring: ${ring.join(' → ')}. Break it at one place.`;
  yield toError(tomlName, lineOf(['prerequisites']), message);
}

/** The shortest way from a challenge back to itself, through prerequisites. */
function findRing(slug: string, folders: readonly FolderResult[]): readonly string[] | null {
  const before = new Map(folders.map((item) => [item.slug, item.challenge?.prerequisites ?? []]));
  const from = new Map<string, string>();
  const queue = [slug];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of before.get(at) ?? []) {
      if (next === slug) return [...trail(at, from), slug];
      if (from.has(next)) continue;
      from.set(next, at);
      queue.push(next);
    }
  }
  return null;
}

function trail(to: string, from: ReadonlyMap<string, string>): readonly string[] {
  const before = from.get(to);
  return before === undefined ? [to] : [...trail(before, from), to];
}

function* checkLinks(
  { challenge, links }: FolderResult,
  { folders, tracks }: Neighbours,
): Generator<ContentProblem> {
  const exists = folders.map((other) => other.slug);
  const planned = tracks.tracks.flatMap((track) => track.planned);
  for (const { file, line, slug } of links) {
    if (exists.includes(slug)) continue;
    const message = planned.includes(slug)
      ? `The link leads to "${slug}", which is planned but not written yet.`
      : `The link leads to "${slug}", and there is no such challenge.${suggest(slug, exists)} Correct or remove it.`;
    yield challenge?.draft || planned.includes(slug)
      ? toWarning(file, line, message)
      : toError(file, line, message);
  }
}

function* checkPackages(
  challenge: Challenge,
  { lineOf }: FolderResult,
  packages: readonly string[],
): Generator<ContentProblem> {
  for (const [index, name] of challenge.packages.entries()) {
    if (packages.includes(name.toLowerCase().replaceAll('_', '-'))) continue;
    const message = `The package "${name}" is not in the interpreter image.${suggest(name, packages)} There are: ${packages.join(', ')}.`;
    yield toError(tomlName, lineOf(['packages', index]), message);
  }
}

/** Folders whose names cannot be slugs are broken whatever is in them. */
export function checkFolderName(name: string): ContentProblem | null {
  if (slugPattern.test(name)) return null;
  const better = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const example = better === '' ? '' : ` such as "${better}"`;
  const message = `The folder's name is no slug. Rename it to lower-case letters, digits and single hyphens${example}.`;
  return toError('', null, message);
}

/** @returns the tracks that a place in a list can be given for, `undefined` sorts last */
export function sortByTrack(
  challenges: readonly Challenge[],
  tracks: readonly Track[],
): readonly Challenge[] {
  const order = new Map(tracks.map((track, index) => [track.slug, index]));
  const placeOf = (challenge: Challenge) => order.get(challenge.track) ?? tracks.length;
  return [...challenges].sort(
    (a, b) => placeOf(a) - placeOf(b) || a.order - b.order || (a.slug < b.slug ? -1 : 1),
  );
}
