/** Exercises of an Exercism track become challenge folders of a folder of challenges. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeDraftFolder } from '../draft-folder.ts';
import type { ImportNote } from '../import-note.ts';
import type { ImportReport } from '../import-report.ts';
import { createPlaces, ensureShelf } from '../shelf.ts';
import { readSourceFiles } from '../source-files.ts';
import { convertExercise, type ExerciseInput } from './convert-exercise.ts';
import type { DocumentPart } from './join-documents.ts';
import { type FoundExercise, findExercises, placeOf, type Track } from './track.ts';

export interface ImportOptions {
  readonly paths: readonly string[];
  /** The folder of challenges; it is made when it is not there. */
  readonly into: string;
  /** Slug of the shelf; null = one named after the track, added to tracks.toml when it is missing. */
  readonly shelf: string | null;
  /** Whether folders that an import made may be replaced. */
  readonly replace: boolean;
}

/** @throws Error with a sentence when the target's tracks.toml cannot be understood. */
export async function importExercism(options: ImportOptions): Promise<ImportReport> {
  const { into } = options;
  const { exercises, problems } = await findExercises(options.paths);
  const remarks = [...problems];
  const refused: { slug: string; why: string }[] = [];
  const imported: string[] = [];
  const notes: ImportNote[] = [];
  if (exercises.length === 0) return { imported, refused, notes, remarks };

  await mkdir(into, { recursive: true });
  const before = (await readdir(into, { withFileTypes: true })).filter((item) => item.isDirectory());
  const present = new Set(before.map((item) => item.name));
  const convertible: ExerciseInput[] = [];
  const places = new Map<string, (slug: string, wish: number) => number>();
  for (const exercise of exercises) {
    const { slug, track } = exercise;
    const shelf = options.shelf ?? `exercism-${track.config.slug}`;
    if (!places.has(shelf)) {
      if (await ensureShelf(into, describeShelf(shelf, track))) {
        remarks.push(`Added the shelf "${shelf}" to ${path.join(into, 'tracks.toml')}.`);
      }
      places.set(shelf, await createPlaces(into, shelf));
    }
    const order = places.get(shelf)?.(slug, placeOf(exercise)) ?? 1;
    const source = await readSourceFiles(exercise.root);
    const input = { slug, track, shelf, order, source, present, concepts: await readConcepts(exercise) };
    const folder = convertExercise(input);
    if (typeof folder === 'string') refused.push({ slug, why: folder });
    else convertible.push(input);
  }

  // Only what is really there can be a prerequisite, so the words are made once all are known.
  const all = new Set([...present, ...convertible.map((input) => input.slug)]);
  for (const input of convertible) {
    const folder = convertExercise({ ...input, present: all });
    if (typeof folder === 'string') continue;
    const why = await writeDraftFolder(into, folder, options.replace);
    if (why === null) {
      imported.push(folder.slug);
      notes.push(...folder.notes);
    } else refused.push({ slug: folder.slug, why });
  }
  return { imported, refused, notes, remarks };
}

function describeShelf(slug: string, { config }: Track) {
  const title = `Exercism: ${config.language}`;
  return {
    slug,
    title,
    summary: `Exercises of the ${config.language} track of Exercism, with their own tests.`,
  };
}

/** What the track says about the concepts that the exercise teaches, for after solving. */
async function readConcepts({ slug, track }: FoundExercise): Promise<readonly DocumentPart[]> {
  const parts: DocumentPart[] = [];
  if (track.root === null) return parts;
  for (const concept of track.entries.get(slug)?.concepts ?? []) {
    if (!/^[\w-]+$/.test(concept)) continue;
    const about = path.join(track.root, 'concepts', concept, 'about.md');
    const text = await readFile(about, 'utf8').catch(() => null);
    const name = track.config.concepts.find((item) => item.slug === concept)?.name || concept;
    if (text !== null) parts.push({ heading: `About ${name.toLowerCase()}`, text });
  }
  return parts;
}
