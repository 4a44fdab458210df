/** The built site with a hostile folder in it, as files by path. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collectPictures } from '../../../src/content/build/pictures.ts';
import { type CatalogContent, readCatalog } from '../../../src/content/build/read-catalog.ts';
import { renderMarkdown } from '../../../src/content/build/render-markdown.ts';
import { writeSample } from '../../../src/content/build/sample-folder.ts';
import { buildSiteFiles } from '../../../src/content/build/site-files.ts';
import { markdownTraps, trapPicture, trapStarter, trapTests, trapWords } from './traps.ts';

export const trapSlug = 'trap';

/**
 * Every check of a folder is passed by: what is left is the page's own care.
 * @param site folder of the built site
 */
export async function buildTrapSite(site: string, stranger: string): Promise<ReadonlyMap<string, string>> {
  const root = await mkdtemp(path.join(tmpdir(), 'attacks-'));
  try {
    await writeSample(root, trapSlug);
    return await buildSiteFiles(site, setTraps(await readCatalog(root), stranger));
  } finally {
    await rm(root, { recursive: true });
  }
}

function setTraps(content: CatalogContent, stranger: string): CatalogContent {
  const pictures = collectPictures(new Map([['assets/trap.svg', trapPicture(stranger)]]), new Map());
  const html = (text: string) => renderMarkdown(text, { pictures }).html;
  // Each trap is in a part of its own: one that is never closed does not swallow the others.
  const statementHtml = Object.values(markdownTraps(stranger)).map(html).join('\n');
  const words = {
    title: `Trap ${trapWords('title')}`,
    summary: trapWords('summary'),
    concepts: [trapWords('concept')],
  };
  return {
    ...content,
    catalog: {
      ...content.catalog,
      site: { title: trapWords('site'), intro: trapWords('intro') },
      tracks: content.catalog.tracks.map((track) => ({ ...track, title: trapWords('track') })),
      entries: content.catalog.entries.map((entry) => ({ ...entry, ...words })),
      broken: [
        {
          slug: trapWords('slug'),
          problems: [{ file: trapWords('file'), line: 1, message: trapWords('message'), severity: 'error' }],
        },
      ],
    },
    challenges: content.challenges.map((challenge) => ({
      ...challenge,
      ...words,
      goal: trapWords('goal'),
      assumes: [trapWords('assumes')],
      sources: [trapWords('source'), 'javascript:(window.taken??=[]).push("source")'],
      statementHtml,
      explanationHtml: statementHtml,
      hintsHtml: [statementHtml],
      starter: [{ path: 'solution.py', text: trapStarter }],
      visibleTests: [{ path: 'tests/test_good.py', text: trapTests }],
      hiddenTests: [],
    })),
  };
}
