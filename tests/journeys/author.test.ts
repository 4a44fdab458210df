/** An author at work: opens author mode on a folder of their own, mends a wrong solution by mistake, and sees it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { openAuthorSite } from '../../authoring/server/author-site.ts';
import { authorPageFolder, ensureAuthorPage } from '../../scripts/setup/author-page.mjs';
import { serve } from '../../scripts/setup/serve.mjs';
import { watchFolder } from '../../scripts/setup/watch-folder.mjs';
import { rightMutant, writeAuthorFolder, wrongMutant } from './author-folder.ts';
import { findViolations } from './find-violations.ts';

/** The gate's runs on a busy machine; every wait ends with what the page shows, not with this. */
const patience = 300_000;
const site = path.resolve('dist');
const closers: (() => unknown)[] = [];
let folder: string;
let url: string;
let browser: Browser;

// As `npm start -- --challenges FOLDER` does, on the site that is built already.
beforeAll(async () => {
  await ensureAuthorPage();
  folder = mkdtempSync(path.join(tmpdir(), 'interleave-author-'));
  closers.push(() => rmSync(folder, { recursive: true }));
  writeAuthorFolder(folder);
  const author = await openAuthorSite({ challengesRoot: folder, site, page: authorPageFolder() });
  const server = await serve({ root: site, port: 0, answerFirst: author.answer });
  const watcher = await watchFolder(folder, async (changes: readonly { path: string }[]) => {
    await author.refresh(changes.map((change) => change.path));
  });
  browser = await launchChromium();
  closers.push(
    () => server.close(),
    () => author.close(),
    () => watcher.close(),
    () => browser.close(),
  );
  url = server.url;
});

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

async function openAuthor(): Promise<{ context: BrowserContext; page: Page }> {
  // The page's own policy forbids eval, which the accessibility checker needs; nothing else here depends on it.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(`${url}author/`);
  return { context, page };
}

const saveMutant = (text: string) => writeFileSync(path.join(folder, 'double-it/mutants/adds_two.py'), text);
const mutantRow = (page: Page, name: string) => page.locator(`[data-mutant="${name}"]`);

test('a saved mutant runs alone again, and the page says what became of it', async () => {
  const { context, page } = await openAuthor();
  await page
    .getByRole('row', { name: /Twice as much/ })
    .getByText('Passes')
    .waitFor();
  await page.getByRole('link', { name: 'Twice as much' }).click();
  await mutantRow(page, 'adds_two').getByText('Caught by 2 tests').waitFor();
  await page
    .getByRole('row', { name: /^nothing stays nothing/ })
    .getByText('catches none')
    .waitFor();

  const runs = countRuns(page);
  onTestFinished(() => saveMutant(wrongMutant));
  saveMutant(rightMutant);
  await mutantRow(page, 'adds_two').getByText('Survives: no test notices it', { exact: true }).waitFor();
  await page.getByText('Saved: double-it/mutants/adds_two.py').waitFor();
  await page.getByText('1 problem', { exact: true }).first().waitFor();
  expect(await runs()).toBe(1);

  saveMutant(wrongMutant);
  await mutantRow(page, 'adds_two').getByText('Caught by 2 tests').waitFor();
  await page.getByText('Passes', { exact: true }).first().waitFor();
  // It had run before with this very text.
  expect(await runs()).toBe(1);

  await page.reload();
  await page.getByRole('heading', { name: 'Twice as much' }).waitFor();
  await page.getByText('Passes', { exact: true }).first().waitFor();
  await context.close();
});

test('the words are shown as learners see them, and follow the file', async () => {
  const { context, page } = await openAuthor();
  await page.goto(`${url}author/#double-it`);
  await page.getByRole('tab', { name: 'Words' }).click();
  const frame = page.frameLocator('iframe.author-preview__frame');
  await frame.getByText('The till gives half').waitFor();
  await page.getByRole('combobox', { name: 'Width' }).selectOption('phone');
  const width = await frame.locator('body').evaluate((body) => body.ownerDocument.defaultView?.innerWidth);
  expect(width).toBeLessThanOrEqual(390);

  const file = path.join(folder, 'double-it/statement.md');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('The till', 'The new till'));
  await frame.getByText('The new till gives half').waitFor();
  writeFileSync(file, before);
  await frame.getByText('The till gives half').waitFor();
  await context.close();
});

test('a mutant is played in a page of its own, and the learner’s draft stays as it was', async () => {
  const { context, page } = await openAuthor();
  await page.goto(`${url}c/double-it/`);
  const text = () => page.locator('.monaco-editor .view-lines').first();
  await text().click();
  await page.keyboard.insertText('# mine ');
  await page
    .getByText(/^Saved/)
    .first()
    .waitFor();

  await page.goto(`${url}author/#double-it`);
  const [played] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Play with the mutant adds_two in the editor' }).click(),
  ]);
  played.setDefaultTimeout(patience);
  await played.getByText('The editor shows the mutant adds_two.').waitFor();
  await played.locator('.view-line', { hasText: /number\s\+\s2/ }).waitFor();
  await played.locator('.monaco-editor .view-lines').first().click();
  await played.keyboard.insertText('# scribble ');
  await played.getByRole('link', { name: 'Open your own draft' }).click();
  await played.locator('.view-line', { hasText: /#\smine/ }).waitFor();
  expect(await played.getByText('The editor shows the mutant').count()).toBe(0);
  await context.close();
});

test.each(['light', 'dark'] as const)(
  'breaks no rule of WCAG 2.2 AA where a machine can tell (%s)',
  async (colorScheme) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(`${url}author/`);
    await page.getByRole('link', { name: 'Twice as much' }).waitFor();
    expect(await findViolations(page), 'the list').toEqual([]);
    await page.getByRole('button', { name: 'Stop all runs' }).click();
    await page.getByRole('link', { name: 'Twice as much' }).click();
    for (const tab of ['Gate', 'Words', 'Play it']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await findViolations(page), tab).toEqual([]);
    }
    await context.close();
  },
);

test('the built site holds nothing of the author’s page', () => {
  const names = readdirSync(site, { recursive: true }).map(String);
  expect(names.filter((name) => name.split(path.sep)[0] === 'author')).toEqual([]);
  const texts = names.filter((name) => /\.(js|css|html)$/.test(name) && !name.startsWith('interpreter'));
  expect(texts.length).toBeGreaterThan(10);
  const speaking = texts.filter((name) =>
    /author-matrix|folders\.json/.test(readFileSync(path.join(site, name), 'utf8')),
  );
  expect(speaking).toEqual([]);
  expect(readFileSync(path.join(site, 'index.html'), 'utf8')).not.toContain('"author"');
});

/** Counts the interpreters' runs from now on, by what the page keeps of them. */
function countRuns(page: Page): () => Promise<number> {
  const count = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('interleave-author');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('runs').objectStore('runs').count();
            counting.onerror = () => reject(counting.error);
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  const before = count();
  return async () => (await count()) - (await before);
}
