/** Which folders a call of `check` means. */
import type { CatalogContent } from '../../src/content/build/read-catalog.ts';
import { UsageError } from '../commands/command.ts';

/**
 * @param slugs as they were asked for; empty means every folder
 * @returns slugs of whole and of broken folders, in the catalogue's order
 * @throws UsageError for a slug that no folder has
 */
export function selectSlugs(
  { challenges, catalog }: CatalogContent,
  slugs: readonly string[],
  root: string,
): readonly string[] {
  const broken = catalog.broken.map((folder) => folder.slug).filter((slug) => slug !== '');
  const all = [...new Set([...challenges.map((challenge) => challenge.slug), ...broken])];
  if (slugs.length === 0) return all;
  for (const slug of slugs) {
    if (!all.includes(slug)) throw new UsageError(explainUnknown(slug, all, root));
  }
  return all.filter((slug) => slugs.includes(slug));
}

function explainUnknown(slug: string, all: readonly string[], root: string): string {
  if (all.length === 0) return `There are no challenge folders in ${root}.`;
  return `There is no challenge "${slug}" in ${root}. There are: ${all.join(', ')}.`;
}
