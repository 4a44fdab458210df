/** Finds exercises below the paths an author names, and the track that they belong to. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseTrackConfig, type TrackConfig, type TrackEntry } from './exercise-config.ts';

export interface Track {
  /** Absolute; null for exercises that lie in no track. */
  readonly root: string | null;
  readonly config: TrackConfig;
  /** The track's LICENSE, or ''. */
  readonly licence: string;
  readonly entries: ReadonlyMap<string, TrackEntry>;
  /** Slug of the exercise that teaches a concept. */
  readonly teachers: ReadonlyMap<string, string>;
}

export interface FoundExercise {
  readonly slug: string;
  /** Absolute. */
  readonly root: string;
  readonly track: Track;
}

export interface FoundExercises {
  readonly exercises: readonly FoundExercise[];
  /** Sentences on paths that hold none. */
  readonly problems: readonly string[];
}

const kinds = ['concept', 'practice'];
const unknownTrack: TrackConfig = {
  language: 'Python',
  slug: 'python',
  exercises: { concept: [], practice: [] },
  concepts: [],
};

/** A path may be an exercise, a track, or a folder of exercises; they come in the track's order. */
export async function findExercises(paths: readonly string[]): Promise<FoundExercises> {
  const tracks = new Map<string, Promise<Track>>();
  const found = new Map<string, FoundExercise>();
  const problems: string[] = [];
  const add = async (root: string) => {
    const home = await findTrackRoot(root);
    const key = home ?? '';
    const track = tracks.get(key) ?? readTrack(home);
    tracks.set(key, track);
    found.set(root, { slug: path.basename(root), root, track: await track });
  };

  for (const given of paths) {
    const folder = path.resolve(given);
    if (!(await isFolder(folder))) {
      problems.push(`There is no folder ${given}. Correct the path.`);
      continue;
    }
    const { roots, others } = await listExercises(folder);
    if (roots.length === 0) {
      problems.push(
        `${given} holds no exercise: name a folder with .meta/ in it, a folder of such folders, or a track.`,
      );
    }
    for (const name of others)
      problems.push(`${name} is no folder with .meta/ in it, so it was passed over.`);
    for (const root of roots) await add(root);
    problems.push(...listAbsent(folder, [...found.values()]));
  }
  return { exercises: [...found.values()].sort(byTrackOrder), problems };
}

/** Exercises that a track announces, when the whole track is imported, and that are not there. */
function listAbsent(folder: string, found: readonly FoundExercise[]): readonly string[] {
  const track = found.find((exercise) => exercise.track.root === folder)?.track;
  if (track === undefined) return [];
  const here = new Set(found.map((exercise) => exercise.slug));
  const absent = [...track.entries.keys()].filter((slug) => !here.has(slug));
  return absent.length === 0 ? [] : [`The track lists exercises that are not there: ${absent.join(', ')}.`];
}

interface ListedExercises {
  /** Absolute. */
  readonly roots: readonly string[];
  /** Names beside exercises that are none: links, folders without .meta/. */
  readonly others: readonly string[];
}

/** The exercise itself, those of a track, or those in the folder. */
async function listExercises(folder: string): Promise<ListedExercises> {
  if (await isFolder(path.join(folder, '.meta'))) return { roots: [folder], others: [] };
  const inside = path.join(folder, 'exercises');
  const top = (await isFolder(inside)) ? inside : folder;
  const roots: string[] = [];
  const others: string[] = [];
  for (const place of [top, ...kinds.map((kind) => path.join(top, kind))]) {
    if (!(await isFolder(place))) continue;
    const items = await readdir(place, { withFileTypes: true });
    for (const item of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const root = path.join(place, item.name);
      if (item.isDirectory() && (await isFolder(path.join(root, '.meta')))) roots.push(root);
      else if (!item.isFile() && place !== top) others.push(path.relative(folder, root));
    }
  }
  return { roots, others };
}

/** An exercise lies two or three levels below its track. */
async function findTrackRoot(exercise: string): Promise<string | null> {
  for (const up of ['../..', '../../..']) {
    const root = path.resolve(exercise, up);
    const json = await readFile(path.join(root, 'config.json'), 'utf8').catch(() => '');
    if (parseTrackConfig(json) !== null) return root;
  }
  return null;
}

async function readTrack(root: string | null): Promise<Track> {
  const read = async (name: string) =>
    root === null ? '' : await readFile(path.join(root, name), 'utf8').catch(() => '');
  const config = parseTrackConfig(await read('config.json')) ?? unknownTrack;
  const { concept, practice } = config.exercises;
  return {
    root,
    config,
    licence: (await read('LICENSE')) || (await read('LICENSE.md')) || (await read('LICENSE.txt')),
    entries: new Map([...concept, ...practice].map((entry) => [entry.slug, entry])),
    teachers: new Map(concept.flatMap((entry) => entry.concepts.map((word) => [word, entry.slug] as const))),
  };
}

function byTrackOrder(a: FoundExercise, b: FoundExercise): number {
  return placeOf(a) - placeOf(b) || (a.slug < b.slug ? -1 : 1);
}

/** Counted from 1, concept exercises first; an exercise that the track does not list comes after all others. */
export function placeOf({ slug, track }: FoundExercise): number {
  const at = [...track.entries.keys()].indexOf(slug);
  return at === -1 ? track.entries.size + 1 : at + 1;
}

async function isFolder(place: string): Promise<boolean> {
  return (await stat(place).catch(() => null))?.isDirectory() ?? false;
}
