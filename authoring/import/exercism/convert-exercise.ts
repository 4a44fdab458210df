/** One Exercism exercise becomes one challenge folder. */
import { longestSlug, longestTitle, slugPattern } from '../../../src/domain/challenge-schema.ts';
import { type DraftFolder, writeChallengeToml } from '../draft-folder.ts';
import { findNeeds } from '../find-needs.ts';
import type { ImportNote } from '../import-note.ts';
import { decodeText, type SourceFiles } from '../source-files.ts';
import { toTitle } from '../titles.ts';
import { type CodeFiles, sortCodeFiles } from './code-files.ts';
import { parseExerciseConfig, type TrackEntry } from './exercise-config.ts';
import type { DocumentPart } from './join-documents.ts';
import { exerciseUrl, writeNotice } from './notice.ts';
import type { Track } from './track.ts';
import { makeWords } from './words-from-exercise.ts';

export interface ExerciseInput {
  readonly slug: string;
  readonly source: SourceFiles;
  readonly track: Track;
  /** Slug of the shelf, and the place on it. */
  readonly shelf: string;
  readonly order: number;
  /** Slugs of challenges that will be there; only these can be prerequisites. */
  readonly present: ReadonlySet<string>;
  readonly concepts: readonly DocumentPart[];
}

/** Ten steps of difficulty become five. */
const minutesOf = [20, 20, 25, 30, 45, 60];

/** @returns a sentence when it cannot become a challenge. */
export function convertExercise(input: ExerciseInput): DraftFolder | string {
  const { slug, source, track } = input;
  if (!slugPattern.test(slug) || slug.length > longestSlug) {
    return `Its folder’s name must be lower-case letters, digits and single hyphens, at most ${longestSlug} of them. Rename a copy of it.`;
  }
  const parsed = parseExerciseConfig(decodeText(source.files.get('.meta/config.json')) ?? '{}');
  if (typeof parsed === 'string') return parsed;
  const { config, unusedKeys } = parsed;
  const code = sortCodeFiles(slug, source, config.files);
  if (code.problems.length > 0) return code.problems.join(' ');

  const notes: ImportNote[] = [];
  const note = (what: string, detail = '') => notes.push({ slug, what, detail });
  const entry = track.entries.get(slug);
  if (entry === undefined) note('The track’s config.json does not list it: no difficulty, no prerequisites');
  if (entry?.status === 'deprecated' || entry?.status === 'wip')
    note(`Marked as ${entry.status} by its track`);
  const fullTitle = oneLine(entry?.name || config.title) || toTitle(slug);
  const title = shorten(fullTitle, longestTitle);
  if (title !== fullTitle)
    note(`Names are at most ${longestTitle} characters long, so it was cut`, fullTitle);

  const words = makeWords({
    title: fullTitle,
    preface: deprecation(entry),
    source,
    concepts: input.concepts,
  });
  const difficulty = chooseDifficulty(entry);
  if (entry !== undefined && entry.difficulty === undefined) {
    note('The track gives no difficulty, so it was guessed from the prerequisites', String(difficulty));
  }
  const { prerequisites, assumes } = relate(input, entry);
  const toml = writeChallengeToml({
    slug,
    title,
    summary: oneLine(config.blurb) || `${fullTitle}, an exercise from Exercism.`,
    goal: describeGoal(entry, track, code),
    track: input.shelf,
    order: input.order,
    difficulty,
    minutes: minutesOf[difficulty] ?? 30,
    concepts: conceptNames(entry, track),
    prerequisites,
    assumes,
    packages: [],
    needs: findNeeds([...code.tests.values(), ...code.solution.values(), ...code.starter.values()]),
    timeoutSeconds: 120,
    sources: [
      exerciseUrl(track, slug),
      ...[oneLine(config.source), config.source_url].filter((text) => text !== ''),
    ],
    editor: code.editor,
    visible: [...code.tests.keys()],
    assets: code.assets,
  });

  for (const [what, details] of [...code.losses, ...words.losses])
    for (const detail of details) note(what, detail);
  if (!words.hasInstructions) note('It has no instructions');
  for (const key of unusedKeys) note('Keys of .meta/config.json without a counterpart', key);
  for (const [file, reason] of source.skipped) note('Files that are not read', `${file}, ${reason}`);
  if (track.licence.trim() === '')
    note('No licence text was found; find out what is allowed before you publish');
  noteUnused(source, new Set([...code.used, ...words.used, '.meta/config.json']), note);
  const files = collectFiles(
    toml,
    words,
    code,
    writeNotice({ slug, title: fullTitle, track, entry, config }),
  );
  return { slug, files, notes };
}

function collectFiles(
  toml: string,
  words: ReturnType<typeof makeWords>,
  code: CodeFiles,
  notice: string,
): ReadonlyMap<string, string | Uint8Array> {
  const under = <T>(folder: string, files: ReadonlyMap<string, T>) =>
    [...files].map(([file, content]) => [`${folder}/${file}`, content] as const);
  return new Map<string, string | Uint8Array>([
    ['challenge.toml', toml],
    ['statement.md', words.statement],
    ['explanation.md', words.explanation],
    ['NOTICE.md', notice],
    ...words.hints.map((text, at) => [`hints/${at + 1}.md`, text] as const),
    ...under('starter', code.starter),
    ...under('solution', code.solution),
    ...code.tests,
    ...under('assets', code.assets),
  ]);
}

/** Files that stay behind, by kind: a track has hundreds of them. */
function noteUnused(
  source: SourceFiles,
  used: ReadonlySet<string>,
  note: (what: string, detail: string) => void,
): void {
  for (const file of source.files.keys()) {
    if (used.has(file)) continue;
    note(`Files without a place in a challenge: ${kindOf(file)}`, '');
  }
}

/** `.approaches/loop/snippet.txt` and its like count as one kind. */
function kindOf(file: string): string {
  const [top = '', ...rest] = file.split('/');
  const name = rest.length > 1 ? `*/${rest[1]}${rest.length > 2 ? '/…' : ''}` : rest[0];
  return name === undefined ? top : `${top}/${name}`;
}

/** Concepts taught by a challenge that is there become prerequisites, the others are named in words. */
function relate(
  { slug, track, present }: ExerciseInput,
  entry: TrackEntry | undefined,
): { readonly prerequisites: readonly string[]; readonly assumes: readonly string[] } {
  const direct = new Set<string>();
  const assumes = new Set<string>();
  for (const concept of entry?.prerequisites ?? []) {
    const teacher = track.teachers.get(concept);
    if (teacher === slug) continue;
    if (teacher !== undefined && present.has(teacher)) direct.add(teacher);
    else assumes.add(conceptName(concept, track));
  }
  // What a prerequisite asks for itself need not be said again.
  const implied = new Set([...direct].flatMap((teacher) => [...reach(teacher, track, new Set())]));
  return { prerequisites: [...direct].filter((teacher) => !implied.has(teacher)), assumes: [...assumes] };
}

/** Everything that comes before an exercise, without itself. */
function reach(slug: string, track: Track, seen: Set<string>): ReadonlySet<string> {
  for (const concept of track.entries.get(slug)?.prerequisites ?? []) {
    const teacher = track.teachers.get(concept);
    if (teacher === undefined || teacher === slug || seen.has(teacher)) continue;
    seen.add(teacher);
    reach(teacher, track, seen);
  }
  return seen;
}

function chooseDifficulty(entry: TrackEntry | undefined): number {
  if (entry?.difficulty !== undefined) return Math.min(5, Math.max(1, Math.ceil(entry.difficulty / 2)));
  return (entry?.prerequisites.length ?? 0) === 0 ? 1 : 2;
}

function describeGoal(entry: TrackEntry | undefined, track: Track, code: CodeFiles): string {
  const names = [...(entry?.concepts ?? []), ...(entry?.practices ?? [])].map((slug) =>
    conceptName(slug, track),
  );
  return names.length > 0
    ? `Practise ${names.join(', ')}.`
    : `Write ${code.editor[0]} so that every test passes.`;
}

function conceptNames(entry: TrackEntry | undefined, track: Track): readonly string[] {
  const slugs = [...(entry?.concepts ?? []), ...(entry?.practices ?? []), ...(entry?.topics ?? [])];
  return slugs.length === 0 ? ['practice'] : [...new Set(slugs)].map((slug) => conceptName(slug, track));
}

function conceptName(slug: string, track: Track): string {
  const name = track.config.concepts.find((concept) => concept.slug === slug)?.name;
  return (name || slug.replaceAll(/[-_]/g, ' ')).toLowerCase();
}

function deprecation(entry: TrackEntry | undefined): string {
  return entry?.status === 'deprecated'
    ? '> Its track has retired this exercise in favour of newer ones.'
    : '';
}

function shorten(text: string, most: number): string {
  if ([...text].length <= most) return text;
  const cut = [...text].slice(0, most - 1).join('');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${atWord.length > most / 2 ? atWord : cut}…`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
