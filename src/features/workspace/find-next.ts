/** Where a challenge stands in its track, and what to go on with. Pure. */
import type { Catalog, CatalogEntry, Challenge } from '../../domain/challenge.ts';
import { type ChallengeProgress, toProgressState } from '../../domain/progress.ts';
import type { TrackPlace } from './ChallengeBar.tsx';

/** What it unlocks first, then the next of its track; unsolved before solved, at most three. */
export function findNext(
  challenge: Challenge,
  catalog: Catalog,
  progress: ReadonlyMap<string, ChallengeProgress>,
): readonly CatalogEntry[] {
  const unlocked = challenge.unlocks.flatMap((slug) =>
    catalog.entries.filter((entry) => entry.slug === slug),
  );
  const later = trackEntries(challenge, catalog).filter((entry) => entry.order > challenge.order);
  const candidates = [...new Set([...unlocked, ...later])].filter((entry) => entry.slug !== challenge.slug);
  const isSolved = (entry: CatalogEntry) => toProgressState(progress.get(entry.slug)) === 'solved';
  return [...candidates.filter((entry) => !isSolved(entry)), ...candidates.filter(isSolved)].slice(0, 3);
}

export function findTrackPlace(
  challenge: Challenge,
  catalog: Catalog,
  progress: ReadonlyMap<string, ChallengeProgress>,
): TrackPlace | null {
  const track = catalog.tracks.find((item) => item.slug === challenge.track);
  const entries = trackEntries(challenge, catalog);
  const place = entries.findIndex((entry) => entry.slug === challenge.slug) + 1;
  if (track === undefined || place === 0) return null;
  return { track, place, states: entries.map((entry) => toProgressState(progress.get(entry.slug))) };
}

function trackEntries(challenge: Challenge, catalog: Catalog): readonly CatalogEntry[] {
  return catalog.entries
    .filter((entry) => entry.track === challenge.track)
    .toSorted((a, b) => a.order - b.order);
}
