/** Words for the shelves of a folder that has no tracks.toml of its own. */
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { CatalogContent } from '../../src/content/build/read-catalog.ts';
import { readTracks } from '../../src/content/build/read-tracks.ts';

/**
 * A folder with a tracks.toml is left as it was read. Without one, that it is missing is no mistake: shelves that are
 * known get their words and order, the others keep a name made of their slug.
 * @param ownChallenges the folder whose tracks.toml knows the usual shelves
 */
export async function nameShelves(
  content: CatalogContent,
  challenges: string,
  ownChallenges: string,
): Promise<CatalogContent> {
  if ((await lstat(path.join(challenges, 'tracks.toml')).catch(() => null)) !== null) return content;
  const { catalog } = content;
  const known = (await readTracks(ownChallenges)).tracks;
  const isKnown = (slug: string) => known.some((track) => track.slug === slug);
  const named = [
    ...known.filter(({ slug }) => catalog.tracks.some((track) => track.slug === slug)),
    ...catalog.tracks.filter(({ slug }) => !isKnown(slug)),
  ];
  return {
    ...content,
    catalog: { ...catalog, tracks: named, broken: catalog.broken.filter(({ slug }) => slug !== '') },
  };
}
