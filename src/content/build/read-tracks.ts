/** Reads tracks.toml. Whatever is wrong with it, the challenges still have a catalogue to stand in. */
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseToml, TomlError } from 'smol-toml';
import type { Challenge, SiteWords, Track } from '../../domain/challenge.ts';
import { type ContentProblem, isError, toError } from '../../domain/content-problem.ts';
import type { LearningPath } from '../../domain/guide.ts';
import { parseTracks } from '../../domain/track-schema.ts';
import { decodeText } from './decode-text.ts';
import { explainReadError } from './read-folder.ts';
import { indexTomlLines } from './toml-lines.ts';

export interface TracksFile {
  readonly tracks: readonly Track[];
  readonly site?: SiteWords | undefined;
  /** Markdown, by slug of the track. */
  readonly introductions: ReadonlyMap<string, string>;
  readonly paths: readonly LearningPath[];
  readonly lineOf: (path: readonly (string | number)[]) => number | null;
  /** False when tracks may be missing from the list because of mistakes in the file. */
  readonly isWhole: boolean;
  readonly problems: readonly ContentProblem[];
}

const fileName = 'tracks.toml';

const nothing = { tracks: [], introductions: new Map(), paths: [], lineOf: () => null, isWhole: false };

export async function readTracks(root: string): Promise<TracksFile> {
  const file = path.join(root, fileName);
  let bytes: Uint8Array;
  try {
    const info = await lstat(file);
    if (info.isSymbolicLink()) return fail('It is a symbolic link. Replace it by the file itself.');
    if (info.isDirectory()) return fail('It is a folder; a file is expected here.');
    bytes = await readFile(file);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return fail(
      isMissing
        ? 'The file is missing. It names the tracks: write [[tracks]] with slug, title and summary for each.'
        : explainReadError(error),
    );
  }

  const decoded = decodeText(fileName, bytes);
  if (decoded.text === null) return { ...nothing, problems: decoded.problems };
  let table: unknown;
  try {
    table = parseToml(decoded.text);
  } catch (error) {
    return { ...nothing, problems: [toTomlProblem(fileName, error)] };
  }
  const lineOf = indexTomlLines(decoded.text);
  const { problems, ...parsed } = parseTracks(table);
  const all = [
    ...decoded.problems,
    ...problems.map((problem) => toError(fileName, lineOf(problem.path), problem.message)),
  ];
  return { ...parsed, lineOf, isWhole: !all.some(isError), problems: all };
}

/** Shelves for challenges whose track is not described, so that they can be found all the same. */
export function addMissingTracks(
  tracks: readonly Track[],
  challenges: readonly Challenge[],
): readonly Track[] {
  const known = new Set(tracks.map((track) => track.slug));
  const missing = [...new Set(challenges.map((challenge) => challenge.track))]
    .filter((slug) => !known.has(slug))
    .sort();
  return [...tracks, ...missing.map((slug) => ({ slug, title: toTitle(slug), summary: '', planned: [] }))];
}

export function toTomlProblem(file: string, error: unknown): ContentProblem {
  if (error instanceof TomlError) {
    const first = error.message.split('\n')[0]?.replace('Invalid TOML document: ', '') ?? '';
    return toError(file, error.line, `It is not valid TOML: ${first}. Correct this line.`);
  }
  return toError(file, null, `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
}

function fail(message: string): TracksFile {
  return { ...nothing, problems: [toError(fileName, null, message)] };
}

function toTitle(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
