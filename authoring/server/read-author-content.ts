/** Reads the folders anew: the pages of the site as author mode shows them, and the list for the author's page. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { type CatalogContent, readCatalog } from '../../src/content/build/read-catalog.ts';
import { contentSecurityPolicy } from '../../src/content/build/render-page.ts';
import { buildSitePages } from '../../src/content/build/site-pages.ts';
import { manifestSchema } from '../../src/image/manifest.ts';
import type { AuthorContent, AuthorFolder } from '../author-content.ts';
import { readAuthorPython } from '../runtime/author-python.ts';

export interface AuthorReading {
  /** Path → text of every page and data file that comes from content. */
  readonly files: ReadonlyMap<string, string>;
  readonly content: AuthorContent;
  /** Content-Security-Policy of the author's page. */
  readonly policy: string;
}

/** Where the author's page lies below the site's root. */
export const authorPath = 'author/';

/**
 * @param site folder of the built site, for its shell and its image's manifest
 * @throws Error with a sentence when the folders cannot be read at all
 */
export async function readAuthorContent(
  challengesRoot: string,
  site: string,
  revision: number,
): Promise<AuthorReading> {
  const [content, shell, manifestText, python] = await Promise.all([
    readCatalog(challengesRoot),
    readFile(path.join(site, 'shell.html'), 'utf8'),
    readFile(path.join(site, 'interpreter/manifest.json'), 'utf8'),
    readAuthorPython(),
  ]);
  const { id, frame } = v.parse(manifestSchema, JSON.parse(manifestText));
  const manifestPath = `interpreter/manifest.${id}.json`;
  const files = buildSitePages({
    content,
    shell,
    manifestPath,
    frameSha256: frame.sha256,
    author: authorPath,
  });
  return {
    files,
    content: {
      revision,
      catalog: content.catalog,
      folders: listFolders(content, files),
      python,
      manifest: manifestPath,
      failure: null,
    },
    policy: contentSecurityPolicy(frame.sha256),
  };
}

function listFolders(content: CatalogContent, files: ReadonlyMap<string, string>): readonly AuthorFolder[] {
  const { catalog, challenges, warnings } = content;
  const paths = [...files.keys()];
  const problemsOf = (slug: string) =>
    [...catalog.broken, ...warnings].filter((item) => item.slug === slug).flatMap((item) => item.problems);
  const whole = challenges.map(
    ({ slug, title }): AuthorFolder => ({
      slug,
      title,
      content: paths.find((name) => isDataOf(name, slug)) ?? null,
      problems: problemsOf(slug),
    }),
  );
  const known = new Set(whole.map((folder) => folder.slug));
  const rest = [...new Set([...catalog.broken, ...warnings].map((item) => item.slug))]
    .filter((slug) => !known.has(slug))
    .map((slug): AuthorFolder => ({ slug, title: null, content: null, problems: problemsOf(slug) }));
  return [...rest, ...whole];
}

function isDataOf(name: string, slug: string): boolean {
  const prefix = `content/${slug}.`;
  return name.startsWith(prefix) && /^[0-9a-f]+\.json$/.test(name.slice(prefix.length));
}
