import { describe, expect, it } from 'vitest';
import {
  buildSearchRows,
  type CatalogFilter,
  filterRows,
  isFiltering,
  noFilter,
  parseFilterParams,
  toFilterParams,
  toLengthChoice,
} from './catalog-filter.ts';
import type { CatalogEntry } from './challenge.ts';
import type { ProgressState } from './progress.ts';

const base: CatalogEntry = {
  slug: 'x',
  title: 'X',
  summary: '',
  track: 'gc',
  order: 1,
  difficulty: 3,
  minutes: 30,
  kind: 'write',
  concepts: [],
  needs: [],
  version: 1,
};
const entries: readonly CatalogEntry[] = [
  {
    ...base,
    slug: 'ring',
    title: 'The Ring Nobody Holds',
    summary: 'Rings need the collector.',
    minutes: 25,
    difficulty: 2,
  },
  {
    ...base,
    slug: 'frozen',
    title: 'Freeze Before You Fork',
    summary: 'Load, collect, `gc.freeze()`, serve.',
    concepts: ['start-up'],
  },
  {
    ...base,
    slug: 'cafe',
    title: 'The Nearest Café',
    track: 'idioms',
    concepts: ['min', 'key'],
    minutes: 50,
  },
];
const tracks = [
  { slug: 'gc', title: 'GC & memory', summary: '', planned: [] },
  { slug: 'idioms', title: 'Python idioms', summary: '', planned: [] },
];
const rows = buildSearchRows(entries, tracks);
const find = (change: Partial<CatalogFilter>, states: Record<string, ProgressState> = {}) =>
  filterRows(rows, { ...noFilter, ...change }, (slug) => states[slug] ?? 'new').map((entry) => entry.slug);

describe('searching the catalogue', () => {
  it('shows everything while nothing is asked', () => {
    expect(find({})).toEqual(['ring', 'frozen', 'cafe']);
  });

  it('looks in titles, summaries, concepts and track titles', () => {
    expect(find({ query: 'nobody' })).toEqual(['ring']);
    expect(find({ query: 'serve' })).toEqual(['frozen']);
    expect(find({ query: 'start-up' })).toEqual(['frozen']);
    expect(find({ query: 'idioms' })).toEqual(['cafe']);
  });

  it('ignores case, accents and the marks around code', () => {
    expect(find({ query: 'CAFE' })).toEqual(['cafe']);
    expect(find({ query: 'gc.freeze(), serve' })).toEqual(['frozen']);
  });

  it('wants every word, in any order, and is content with part of one', () => {
    expect(find({ query: ' holds  ring ' })).toEqual(['ring']);
    expect(find({ query: 'coll' })).toEqual(['ring', 'frozen']);
    expect(find({ query: 'ring cafe' })).toEqual([]);
  });

  it('never matches across two parts of an entry', () => {
    expect(find({ query: 'minkey' })).toEqual([]);
  });

  it('combines the filters', () => {
    expect(find({ track: 'gc' })).toEqual(['ring', 'frozen']);
    expect(find({ track: 'gc', difficulty: 2 })).toEqual(['ring']);
    expect(find({ length: 'long' })).toEqual(['cafe']);
    expect(find({ state: 'solved' }, { frozen: 'solved' })).toEqual(['frozen']);
    expect(find({ state: 'new', track: 'gc' }, { frozen: 'started' })).toEqual(['ring']);
  });
});

describe('lengths', () => {
  it.each([
    [5, 'short'],
    [25, 'short'],
    [26, 'medium'],
    [40, 'medium'],
    [41, 'long'],
  ] as const)('%i minutes are %s', (minutes, expected) => {
    expect(toLengthChoice(minutes)).toBe(expected);
  });
});

describe('a filter in the URL', () => {
  const read = (search: string) => {
    const params = new URLSearchParams(search);
    return parseFilterParams((name) => params.get(name));
  };
  const write = (filter: CatalogFilter) =>
    new URLSearchParams(toFilterParams(filter).map(([name, value]) => [name, value])).toString();

  it('survives being written and read', () => {
    const filter: CatalogFilter = {
      query: 'a & b',
      track: 'gc',
      difficulty: 4,
      length: 'short',
      state: 'started',
    };
    expect(read(write(filter))).toEqual(filter);
  });

  it('is empty when nothing is asked', () => {
    expect(write({ ...noFilter, query: '  ' })).toBe('');
    expect(isFiltering(noFilter)).toBe(false);
    expect(isFiltering({ ...noFilter, state: 'new' })).toBe(true);
  });

  it('filters nothing by what it does not understand', () => {
    expect(read('?difficulty=9&length=huge&state=asleep&track=')).toEqual(noFilter);
  });
});
