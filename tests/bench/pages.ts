/** Measurements of pages by themselves: what they hold, and how long they keep the main thread. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { serve } from '../../scripts/setup/serve.mjs';
import type { CatalogEntry } from '../../src/domain/challenge.ts';
import { residentBytes } from '../browser/memory-figures.ts';
import type { Measured } from './figure.ts';
import { longestTask } from './main-thread.ts';
import { chooseChallenge, clickRun, paste } from './site.ts';

export interface PagesBench {
  longestTask(pairs: number): Promise<readonly Measured[]>;
  search(pairs: number): Promise<readonly Measured[]>;
  memory(pairs: number): Promise<readonly Measured[]>;
  close(): Promise<void>;
}

const manyChallenges = 1_000;
const patience = 180_000;
/** What a run leaves is cleared away by then. */
const restMs = 5_000;

/** Needs `dist/`. */
export async function openPagesBench(): Promise<PagesBench> {
  const server = await serve({
    root: path.resolve('dist'),
    port: 0,
    answerFirst: ({ path: wanted, response }) => {
      if (!wanted.startsWith('content/catalog.')) return false;
      const text = repeatEntries(readFileSync(path.join('dist', wanted), 'utf8'));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(text);
      return true;
    },
  });
  const browser = await launchChromium();
  const challenge = await chooseChallenge();

  async function openReady() {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript('globalThis.__name ??= (named) => named;');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(new URL(`c/${challenge.slug}/`, server.url).href);
    const ready = () =>
      page
        .getByText(/Python .* ready/)
        .first()
        .waitFor();
    await ready();
    await paste(page, challenge.solution[0]?.text ?? '');
    await clickRun(page);
    await ready();
    return { context, page, ready };
  }

  return {
    async longestTask(pairs) {
      const { context, page, ready } = await openReady();
      const samples: number[] = [];
      for (let run = 0; run < pairs; run += 1) {
        await ready();
        samples.push(await longestTask(browser, page, () => clickRun(page).then(() => ready())));
      }
      await context.close();
      const how = `longest stretch of a page's main thread from Run until the next interpreter is ready: ${challenge.slug}, while it is traced`;
      return [{ key: 'longestTask.ms', unit: 'ms', samples, how }];
    },
    async search(pairs) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(server.url);
      // By selectors, not by roles: looking through a thousand entries for a role is twenty milliseconds of the tool's own.
      const field = page.locator('input[type=search]');
      await field.waitFor();
      const found = page.locator('[role=status]', { hasText: `of ${manyChallenges}` });
      const samples: number[] = [];
      for (let run = 0; run < pairs; run += 1) {
        await field.fill('');
        await found.waitFor({ state: 'detached' });
        await field.focus();
        const work = async () => {
          await page.keyboard.type('garbage');
          await found.waitFor();
        };
        samples.push(await longestTask(browser, page, work));
      }
      await page.close();
      const how = `longest stretch of the main thread while "garbage" is typed into the search of ${manyChallenges} challenges, while it is traced`;
      return [{ key: 'search1000.longestTaskMs', unit: 'ms', samples, how }];
    },
    async memory(pairs) {
      const samples: number[] = [];
      // Fewer values than elsewhere: a page's memory hardly varies.
      for (let visit = 0; visit < Math.min(pairs, 5); visit += 1) {
        const { context, page } = await openReady();
        await page.waitForTimeout(restMs);
        const bytes = await residentBytes(page);
        if (bytes === null) throw new Error('This system does not tell what processes take.');
        samples.push(bytes / 1e6);
        await context.close();
      }
      const how =
        'all renderer processes, resident: one tab of the challenge page after one run, the next interpreter warm';
      return [{ key: 'idlePage.residentMegabytes', unit: 'MB', samples, how }];
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The catalogue with as many challenges as asked, each one there several times under different names. */
function repeatEntries(text: string): string {
  const catalog = JSON.parse(text) as { readonly entries: readonly CatalogEntry[] };
  const entries = Array.from({ length: manyChallenges }, (_, index) => {
    const entry = catalog.entries[index % catalog.entries.length] as CatalogEntry;
    const round = Math.floor(index / catalog.entries.length);
    return round === 0
      ? entry
      : { ...entry, slug: `${entry.slug}-${round}`, title: `${entry.title} ${round}` };
  });
  return JSON.stringify({ ...catalog, entries });
}
