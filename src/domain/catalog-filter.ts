/** Which challenges of the catalogue are shown: words typed and filters chosen. Pure, and read from the URL. */
import type { CatalogEntry, Difficulty, Track } from './challenge.ts';
import type { ProgressState } from './progress.ts';

export type LengthChoice = 'short' | 'medium' | 'long';

export interface CatalogFilter {
  readonly query: string;
  readonly track: string | null;
  readonly difficulty: Difficulty | null;
  readonly length: LengthChoice | null;
  readonly state: ProgressState | null;
}

export const noFilter: CatalogFilter = {
  query: '',
  track: null,
  difficulty: null,
  length: null,
  state: null,
};

export function isFiltering(filter: CatalogFilter): boolean {
  return toFilterParams(filter).length > 0;
}

/** `short` is up to 25 minutes, `medium` up to 40, `long` is more. */
export function toLengthChoice(minutes: number): LengthChoice {
  if (minutes <= 25) return 'short';
  return minutes <= 40 ? 'medium' : 'long';
}

/** An entry with the text that a search looks through, folded once. */
export interface SearchRow {
  readonly entry: CatalogEntry;
  readonly text: string;
}

export function buildSearchRows(
  entries: readonly CatalogEntry[],
  tracks: readonly Track[],
): readonly SearchRow[] {
  const titles = new Map(tracks.map((track) => [track.slug, track.title]));
  return entries.map((entry) => ({
    entry,
    // A line break between the parts: no word typed can match across two of them.
    text: foldText(
      [entry.title, entry.summary, ...entry.concepts, titles.get(entry.track) ?? '', entry.slug].join('\n'),
    ),
  }));
}

/** Every word typed has to occur somewhere in the entry, in any order; part of a word is enough. */
export function filterRows(
  rows: readonly SearchRow[],
  filter: CatalogFilter,
  stateOf: (slug: string) => ProgressState,
): readonly CatalogEntry[] {
  const words = foldText(filter.query).split(/\s+/).filter(Boolean);
  return rows
    .filter(({ entry, text }) => {
      if (filter.track !== null && entry.track !== filter.track) return false;
      if (filter.difficulty !== null && entry.difficulty !== filter.difficulty) return false;
      if (filter.length !== null && toLengthChoice(entry.minutes) !== filter.length) return false;
      if (filter.state !== null && stateOf(entry.slug) !== filter.state) return false;
      return words.every((word) => text.includes(word));
    })
    .map((row) => row.entry);
}

/** Reads a filter from the query of a URL. What is not understood filters nothing. */
export function parseFilterParams(read: (name: string) => string | null): CatalogFilter {
  return {
    query: read('q') ?? '',
    track: read('track') || null,
    difficulty: difficulties.find((level) => String(level) === read('difficulty')) ?? null,
    length: lengths.find((length) => length === read('length')) ?? null,
    state: states.find((state) => state === read('state')) ?? null,
  };
}

/** @returns names and values for the query of a URL, only what differs from no filter */
export function toFilterParams(filter: CatalogFilter): readonly (readonly [string, string])[] {
  const all: readonly (readonly [string, string | null])[] = [
    ['q', filter.query.trim() || null],
    ['track', filter.track],
    ['difficulty', filter.difficulty === null ? null : String(filter.difficulty)],
    ['length', filter.length],
    ['state', filter.state],
  ];
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** Lower case, without accents and without the marks authors put around code. */
function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f`]/g, '')
    .toLowerCase();
}

const difficulties = [1, 2, 3, 4, 5] as const;
const lengths = ['short', 'medium', 'long'] as const;
const states = ['new', 'started', 'solved'] as const;
