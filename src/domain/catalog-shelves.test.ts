import { describe, expect, it } from 'vitest';
import { findComingTracks, findNextStep, toShelves } from './catalog-shelves.ts';
import type { Catalog, CatalogEntry } from './challenge.ts';
import type { ChallengeProgress } from './progress.ts';

const entry = (slug: string, track: string, order: number): CatalogEntry => ({
  slug,
  title: slug,
  summary: '',
  track,
  order,
  difficulty: 3,
  minutes: 30,
  kind: 'write',
  concepts: [],
  needs: [],
  version: 1,
});
const track = (slug: string, planned: readonly string[] = []) => ({
  slug,
  title: slug,
  summary: '',
  planned,
});
const catalog: Catalog = {
  tracks: [track('gc', ['gc-1', 'gc-2', 'gc-3']), track('web', ['web-1']), track('leaks', ['leak-1'])],
  entries: [
    entry('leak-1', 'leaks', 1),
    entry('gc-3', 'gc', 3),
    entry('gc-1', 'gc', 1),
    entry('gc-2', 'gc', 2),
  ],
  broken: [],
};
const progress = (slug: string, lastSeenAt: number, solved: boolean): [string, ChallengeProgress] => [
  slug,
  {
    slug,
    openedAt: 0,
    lastSeenAt,
    solvedAt: solved ? lastSeenAt : null,
    solvedVersion: solved ? 1 : null,
    attempts: 1,
    lastPassed: 0,
    lastTotal: 0,
    hintsShown: 0,
    solutionShownAt: null,
    activeSeconds: 0,
  },
];
const step = (...items: [string, ChallengeProgress][]) => {
  const found = findNextStep(catalog, new Map(items));
  return found === null ? null : [found.kind, found.entry.slug, found.position];
};

describe('shelves', () => {
  it('follow the tracks, and their entries the learning order', () => {
    const shelves = toShelves(catalog.tracks, catalog.entries);
    expect(shelves.map((shelf) => [shelf.track.slug, shelf.entries.map((item) => item.slug)])).toEqual([
      ['gc', ['gc-1', 'gc-2', 'gc-3']],
      ['leaks', ['leak-1']],
    ]);
  });

  it('name the tracks that are still to come', () => {
    expect(findComingTracks(catalog).map((item) => item.slug)).toEqual(['web']);
  });
});

describe('where to go on', () => {
  it('begins with the first challenge of the first track', () => {
    expect(step()).toEqual(['begin', 'gc-1', 1]);
  });

  it('goes back to what was seen last of all that is begun', () => {
    expect(
      step(progress('gc-2', 10, false), progress('leak-1', 20, false), progress('gc-1', 30, true)),
    ).toEqual(['continue', 'leak-1', 1]);
  });

  it('goes on along the shelf after solving, then to what was left out, then to the next shelf', () => {
    expect(step(progress('gc-2', 10, true))).toEqual(['next', 'gc-3', 3]);
    expect(step(progress('gc-2', 10, true), progress('gc-3', 20, true))).toEqual(['next', 'gc-1', 1]);
    const gc = [progress('gc-1', 5, true), progress('gc-2', 10, true), progress('gc-3', 20, true)] as const;
    expect(step(...gc)).toEqual(['next', 'leak-1', 1]);
    expect(step(...gc, progress('leak-1', 30, true))).toBeNull();
  });
});
