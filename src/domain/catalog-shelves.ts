/** The catalogue as the learner walks along it: shelves in learning order, and where to go on. */
import type { Catalog, CatalogEntry, Track } from './challenge.ts';
import { type ChallengeProgress, toProgressState } from './progress.ts';

export interface Shelf {
  readonly track: Track;
  /** In learning order; never empty. */
  readonly entries: readonly CatalogEntry[];
}

export type ProgressBySlug = ReadonlyMap<string, ChallengeProgress>;

/** Entries on the shelves of their tracks. A track without entries makes no shelf. */
export function toShelves(tracks: readonly Track[], entries: readonly CatalogEntry[]): readonly Shelf[] {
  return tracks.flatMap((track) => {
    const own = entries.filter((entry) => entry.track === track.slug).sort((a, b) => a.order - b.order);
    return own.length === 0 ? [] : [{ track, entries: own }];
  });
}

/** Tracks that are designed but have no challenge yet. */
export function findComingTracks(catalog: Catalog): readonly Track[] {
  const begun = new Set(catalog.entries.map((entry) => entry.track));
  return catalog.tracks.filter((track) => track.planned.length > 0 && !begun.has(track.slug));
}

export interface NextStep {
  /** `continue` something begun, go to the `next` one, or `begin` with the very first. */
  readonly kind: 'continue' | 'next' | 'begin';
  readonly entry: CatalogEntry;
  readonly shelf: Shelf;
  /** Place on the shelf, counted from 1. */
  readonly position: number;
}

/** @returns null when there is nothing left to do */
export function findNextStep(catalog: Catalog, progress: ProgressBySlug): NextStep | null {
  const shelves = toShelves(catalog.tracks, catalog.entries);
  const places = shelves.flatMap((shelf) =>
    shelf.entries.map((entry, index) => ({ entry, shelf, position: index + 1 })),
  );
  const stateOf = (slug: string) => toProgressState(progress.get(slug));
  const lastSeen = (slug: string) => progress.get(slug)?.lastSeenAt ?? 0;
  const byLastSeen = places.toSorted((a, b) => lastSeen(b.entry.slug) - lastSeen(a.entry.slug));

  const started = byLastSeen.find(({ entry }) => stateOf(entry.slug) === 'started');
  if (started !== undefined) return { kind: 'continue', ...started };

  const lastSolved = byLastSeen.find(({ entry }) => stateOf(entry.slug) === 'solved');
  const isNew = ({ entry }: { entry: CatalogEntry }) => stateOf(entry.slug) === 'new';
  if (lastSolved === undefined) {
    const first = places.find(isNew);
    return first === undefined ? null : { kind: 'begin', ...first };
  }
  // Onwards on the same shelf, then what was left out on it, then along the catalogue.
  const same = places.filter((place) => place.shelf === lastSolved.shelf && isNew(place));
  const next = same.find((place) => place.position > lastSolved.position) ?? same[0] ?? places.find(isNew);
  return next === undefined ? null : { kind: 'next', ...next };
}
