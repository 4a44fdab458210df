/** Every file of the site that comes from content, as path → text. Shared by the build and the dev server. */
import { createHash } from 'node:crypto';
import type { PageData } from '../page-data.ts';
import type { CatalogContent } from './read-catalog.ts';
import { renderGlossaryBody, renderPathsBody, renderTrackBody } from './render-guide.ts';
import {
  contentSecurityPolicy,
  type PageParts,
  renderCatalogBody,
  renderChallengeBody,
  renderPage,
  renderPlainBody,
} from './render-page.ts';

export interface SiteInput {
  readonly content: CatalogContent;
  /** The app's index.html. */
  readonly shell: string;
  readonly manifestPath: string;
  /** Hash of the sandbox frame's script; null leaves the policy out. */
  readonly frameSha256: string | null;
  /** Path of the author's page from the root, in author mode. */
  readonly author?: string;
}

/** Whether a path of a built site is made of content: the pages and their data. The rest is the app. */
export function isContentPath(path: string): boolean {
  return /^(index\.html|404\.html|(c|content|tracks|paths|glossary|progress|about)(\/.*)?)$/.test(path);
}

/** @returns data files first, pages after them, so that a page never names a file that is not there yet. */
export function buildSitePages(input: SiteInput): ReadonlyMap<string, string> {
  const { catalog, challenges, guide } = input.content;
  const files = new Map<string, string>();
  const addData = (name: string, value: unknown): string => {
    const text = JSON.stringify(value);
    const path = `content/${name}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`;
    files.set(path, text);
    return path;
  };
  const catalogPath = addData('catalog', catalog);
  // No slug begins with an underscore.
  const guidePath = addData('_guide', guide);
  const has = { paths: guide.paths.length > 0, glossary: guide.terms.length > 0 };
  const challengePaths = new Map(challenges.map((item) => [item.slug, addData(item.slug, item)]));

  const policy = input.frameSha256 === null ? null : contentSecurityPolicy(input.frameSha256);
  const addPage = (path: string, data: Partial<PageData> & Pick<PageData, 'page'>, words: Words) => {
    const depth = path.split('/').length - 1;
    const full: PageData = {
      root: depth === 0 ? './' : '../'.repeat(depth),
      catalog: catalogPath,
      slug: null,
      challenge: null,
      has,
      manifest: input.manifestPath,
      ...(input.author === undefined ? {} : { author: input.author }),
      ...data,
    };
    files.set(path, renderPage(input.shell, { ...words, data: full, policy }));
  };

  addPage(
    'index.html',
    { page: 'catalog' },
    {
      title: catalog.site?.title ?? 'Interleave: hard Python, one crossing at a time',
      description:
        catalog.site?.intro ??
        'Challenges on what happens underneath: memory, queues, await, threads. Real pytest, in your browser.',
      body: renderCatalogBody(catalog),
    },
  );
  for (const challenge of challenges) {
    addPage(
      `c/${challenge.slug}/index.html`,
      { page: 'challenge', slug: challenge.slug, challenge: challengePaths.get(challenge.slug) ?? null },
      {
        title: `${challenge.title} · Interleave`,
        description: challenge.summary,
        body: renderChallengeBody(challenge, catalog),
      },
    );
  }
  for (const track of catalog.tracks) {
    if (!catalog.entries.some((entry) => entry.track === track.slug)) continue;
    addPage(
      `tracks/${track.slug}/index.html`,
      { page: 'track', slug: track.slug, guide: guidePath },
      {
        title: `${track.title} · Interleave`,
        description: track.summary,
        body: renderTrackBody(track, guide, catalog),
      },
    );
  }
  if (has.paths) {
    addPage(
      'paths/index.html',
      { page: 'paths', guide: guidePath },
      {
        title: 'Learning paths · Interleave',
        description: 'Ways through the challenges, each with an aim and an order.',
        body: renderPathsBody(guide, catalog),
      },
    );
  }
  if (has.glossary) {
    addPage(
      'glossary/index.html',
      { page: 'glossary', guide: guidePath },
      {
        title: 'Glossary · Interleave',
        description: 'The words of the field, each in a few sentences.',
        body: renderGlossaryBody(guide),
      },
    );
  }
  addPlain('progress/index.html', 'progress', 'Progress');
  addPlain('about/index.html', 'about', 'About');
  addPlain('404.html', 'not-found', 'This page does not exist');
  return files;

  function addPlain(path: string, page: PageData['page'], title: string): void {
    const description = 'Learn hard Python in the browser.';
    addPage(path, { page }, { title: `${title} · Interleave`, description, body: renderPlainBody(title) });
  }
}

type Words = Pick<PageParts, 'title' | 'description' | 'body'>;
