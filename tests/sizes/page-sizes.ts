/** What a browser asks for until a page of the built site is of use, compressed as a host would send it. */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Request } from 'playwright-core';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { serve } from '../../scripts/setup/serve.mjs';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import { budgets, type Size, toSize } from './budgets.ts';

const patience = 180_000;
/** Nobody gains from compressing these again. */
const compressed = /\.(woff2|png|webp|bin)$/;
const interpreter = /\/interpreter\//;

/** Needs `dist/` and a browser. */
export async function measurePages(): Promise<readonly Size[]> {
  const { challenges } = await readCatalog('challenges');
  const [first] = challenges;
  if (first === undefined) throw new Error('There is no challenge to measure.');
  const server = await serve({ root: path.resolve('dist'), port: 0 });
  const browser = await launchChromium();
  try {
    const catalog = await measurePage(browser, server.url, async (page) => {
      await page.getByRole('link', { name: first.title }).first().waitFor();
    });
    const challenge = await measurePage(
      browser,
      new URL(`c/${first.slug}/`, server.url).href,
      async (page) => {
        await page.locator('.monaco-editor .view-line').first().waitFor();
      },
    );
    const index = catalog.find(([name]) => /content\/catalog\./.test(name));
    if (index === undefined) throw new Error('The catalogue page asked for no catalogue.');
    return [
      toSize(budgets.catalogPage, catalog),
      toSize(budgets.catalogEntry, [['share of the catalogue’s file', index[1] / challenges.length]]),
      toSize(budgets.challengePage, challenge),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Everything but the interpreter, which is counted by itself. */
async function measurePage(
  browser: Browser,
  url: string,
  isUsable: (page: Page) => Promise<void>,
): Promise<readonly (readonly [string, number])[]> {
  // What the worker keeps for offline is asked for after the page, and is no part of what a learner waits for.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const bodies: Promise<readonly [string, number]>[] = [];
  const hear = (request: Request) => {
    const { protocol, pathname: name } = new URL(request.url());
    // A blob comes from the page's own memory, the interpreter's worker for one.
    if (protocol.startsWith('http') && !interpreter.test(name)) bodies.push(sizeOf(name, request.response()));
  };
  // Workers ask too: the context hears of all of them.
  context.on('requestfinished', hear);
  await page.goto(url);
  await isUsable(page);
  // What comes from now on is not waited for.
  context.off('requestfinished', hear);
  const sizes = await Promise.all(bodies);
  await context.close();
  return sizes;
}

async function sizeOf(
  name: string,
  answer: Promise<{ body(): Promise<Buffer> } | null>,
): Promise<readonly [string, number]> {
  const body = await (await answer)?.body();
  if (body === undefined) return [name, 0];
  return [name, compressed.test(name) ? body.length : gzipSync(body, { level: 9 }).length];
}
