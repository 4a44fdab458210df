/** Author mode: the author's page, and every page of the site as the folders are now, laid over a built site. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnswerFirst } from '../../scripts/setup/serve.mjs';
import { workerName } from '../../src/offline/build/write-offline.ts';
import type { AuthorContent } from '../author-content.ts';
import { createChangeStream } from './change-stream.ts';
import { type AuthorReading, authorPath, readAuthorContent } from './read-author-content.ts';

export interface AuthorSiteOptions {
  /** Folder of challenge folders. */
  readonly challengesRoot: string;
  /** The built site. */
  readonly site: string;
  /** The built author's page. */
  readonly page: string;
}

export interface AuthorSite {
  readonly answer: AnswerFirst;
  /**
   * Reads the folders anew and tells open pages.
   * @param paths files that were saved, below `challengesRoot`
   * @returns why they could not be read; null when they could
   */
  refresh(paths: readonly string[]): Promise<string | null>;
  close(): void;
}

/** @throws Error when the site is not built, or the folders cannot be read at all */
export async function openAuthorSite({ challengesRoot, site, page }: AuthorSiteOptions): Promise<AuthorSite> {
  const stream = createChangeStream();
  let revision = 1;
  let reading: AuthorReading = await readAuthorContent(challengesRoot, site, revision);

  const answer: AnswerFirst = async ({ path: wanted, response, sendFile }) => {
    const send = (type: string, text: string, status = 200) => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
      return true;
    };
    if (wanted === authorPath.slice(0, -1)) {
      response.writeHead(301, { Location: authorPath, 'Cache-Control': 'no-cache' }).end();
      return true;
    }
    if (wanted === authorPath) return send(html, await renderAuthorPage(page, reading));
    if (wanted === `${authorPath}folders.json`) return send(json, JSON.stringify(reading.content));
    if (wanted === `${authorPath}changes`) {
      stream.open(response, { revision, paths: [] });
      return true;
    }
    if (wanted === workerName) {
      // Nothing may be kept of pages that change under one's hands: this worker only clears away an earlier one.
      await sendFile(departingWorker);
      return true;
    }
    if (wanted.startsWith(authorPath)) {
      const file = path.join(page, wanted.slice(authorPath.length));
      if (!file.startsWith(page + path.sep)) return false;
      await sendFile(file);
      return true;
    }
    const text = reading.files.get(wanted === '' || wanted.endsWith('/') ? `${wanted}index.html` : wanted);
    if (text !== undefined) return send(wanted.endsWith('.json') ? json : html, text);
    // The built site may hold pages of other folders, or of yesterday.
    const isContent =
      /^(c|content|tracks|paths|glossary)\//.test(wanted) && !reading.files.has(`${wanted}/index.html`);
    return isContent ? send(html, reading.files.get('404.html') ?? '', 404) : false;
  };

  return {
    answer,
    async refresh(paths) {
      revision += 1;
      let failure: string | null = null;
      try {
        reading = await readAuthorContent(challengesRoot, site, revision);
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
        const content: AuthorContent = { ...reading.content, revision, failure };
        reading = { ...reading, content };
      }
      stream.send({ revision, paths });
      return failure;
    },
    close: () => stream.close(),
  };
}

const departingWorker = fileURLToPath(new URL('../../public/service-worker.js', import.meta.url));
const html = 'text/html; charset=utf-8';
const json = 'application/json; charset=utf-8';

async function renderAuthorPage(page: string, { policy }: AuthorReading): Promise<string> {
  const shell = await readFile(path.join(page, 'index.html'), 'utf8');
  return shell.replace(
    '<!--head-->',
    () => `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&quot;')}">`,
  );
}
