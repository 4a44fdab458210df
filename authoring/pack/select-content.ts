/** The part of a catalogue that a packed site shows. */
import type { CatalogContent } from '../../src/content/build/read-catalog.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import { narrowGuide } from '../../src/domain/guide.ts';

/**
 * Nothing in the result points to what is not in it: a prerequisite that stays behind becomes prior knowledge in
 * words, and no shelf announces challenges that the site will not have.
 * @param tracks slugs of the shelves; null = all
 * @throws Error with a sentence when there is no such shelf.
 */
export function selectContent(content: CatalogContent, tracks: readonly string[] | null): CatalogContent {
  const { catalog } = content;
  for (const slug of tracks ?? []) {
    if (catalog.tracks.some((track) => track.slug === slug)) continue;
    const known = catalog.tracks.map((track) => track.slug).join(', ');
    throw new Error(`There is no track "${slug}". Known: ${known}.`);
  }
  const isWanted = (slug: string) => tracks === null || tracks.includes(slug);
  const chosen = content.challenges.filter((challenge) => isWanted(challenge.track));
  const present = new Set(chosen.map((challenge) => challenge.slug));
  const titles = new Map(content.challenges.map((challenge) => [challenge.slug, challenge.title]));
  return {
    catalog: {
      ...catalog,
      tracks: catalog.tracks
        .filter((track) => chosen.some((challenge) => challenge.track === track.slug))
        .map((track) => ({ ...track, planned: track.planned.filter((slug) => present.has(slug)) })),
      entries: catalog.entries.filter((entry) => present.has(entry.slug)),
      broken: [],
    },
    challenges: chosen.map((challenge) => withoutStrangers(challenge, present, titles)),
    guide: narrowGuide(content.guide, new Set(chosen.map((challenge) => challenge.track)), present),
    warnings: [],
  };
}

function withoutStrangers(
  challenge: Challenge,
  present: ReadonlySet<string>,
  titles: ReadonlyMap<string, string>,
): Challenge {
  const absent = challenge.prerequisites.filter((slug) => !present.has(slug));
  return {
    ...challenge,
    prerequisites: challenge.prerequisites.filter((slug) => present.has(slug)),
    unlocks: challenge.unlocks.filter((slug) => present.has(slug)),
    assumes: [...challenge.assumes, ...absent.map((slug) => titles.get(slug) ?? slug.replaceAll('-', ' '))],
  };
}
