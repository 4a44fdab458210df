/** The content's files for an app that is built already. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { manifestSchema } from '../../image/manifest.ts';
import type { CatalogContent } from './read-catalog.ts';
import { buildSitePages } from './site-pages.ts';

/**
 * @param site holds the app: its shell.html and its interpreter/
 * @returns path → text, as `writeContent` takes them
 */
export async function buildSiteFiles(
  site: string,
  content: CatalogContent,
): Promise<ReadonlyMap<string, string>> {
  const shell = await readFile(path.join(site, 'shell.html'), 'utf8');
  const manifest = v.parse(
    manifestSchema,
    JSON.parse(await readFile(path.join(site, 'interpreter/manifest.json'), 'utf8')),
  );
  return buildSitePages({
    content,
    shell,
    manifestPath: `interpreter/manifest.${manifest.id}.json`,
    frameSha256: manifest.frame.sha256,
  });
}
