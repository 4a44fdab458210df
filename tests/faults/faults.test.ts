/** The learner's work on the real page, with everything going wrong that can: nothing typed is lost silently. */
import { rm, writeFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { type FaultSite, focusEnd, openEditor, openFaultSite, seesSaved, slug } from './fault-site.ts';
import { Figures } from './figures.ts';
import { badFiles, makeHostileFile } from './imports.ts';
import { killWhileTyping } from './kills.ts';
import { Profile, readDownload, readStored } from './profile.ts';
import {
  fillDatabase,
  limitStorage,
  makeForeignDatabase,
  neverOpen,
  prepareWriteFaults,
  setWriteFault,
  shiftClock,
} from './storage-faults.ts';
import { typeInTabs } from './tabs.ts';

const figures = new Figures();
let site: FaultSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await openFaultSite();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  figures.print();
});

beforeEach(async () => {
  // Without a service worker the room on the device is the learner's own.
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  page = await context.newPage();
});

afterEach(() => context.close());

const type = (on: Page, text: string) => on.keyboard.insertText(text);
/** For texts that nobody types. */
async function paste(on: Page, text: string): Promise<void> {
  await on.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await on.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await on.keyboard.press('Control+V');
}
const sees = (on: Page, text: string | RegExp) => on.getByText(text).first().waitFor();
const download = (on: Page) =>
  readDownload(on, () => on.getByRole('button', { name: 'Download my code' }).first().click());
/** A document of the site that is not the app. */
const openBeside = (on: Page) => on.goto(`${site.url}mark.svg`);

describe('several tabs on one challenge', () => {
  test.each([2, 5])(
    '%i tabs: each keystroke is stored, and each conflict is put to the learner',
    async (count) => {
      expect(await typeInTabs(context, site.url, count, figures)).toBe(count - 1);
    },
  );
});

describe('a device that does not store', () => {
  test('storage full: the page says so, hands the code over, and saves when there is room again', async () => {
    // Set before the database is opened: the browser remembers for a while how much room there was.
    await openBeside(page);
    await limitStorage(page, 1_000_000);
    await openEditor(page, site.url);
    await type(page, '# fits');
    await seesSaved(page);
    await paste(page, '# too much for this disk\n'.repeat(45_000));
    await sees(page, 'Not saved');
    await sees(page, /^The browser has no room left/);
    expect(await download(page)).toContain('# too much for this disk');
    // Nothing may replace it while no copy can be kept.
    await page.getByRole('button', { name: 'More commands' }).click();
    await page.getByRole('menuitem', { name: /Reset to the starter/ }).click();
    await sees(page, /so nothing was replaced/);
    await limitStorage(page, null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await seesSaved(page);
    expect((await readStored(page, slug)).draft).toContain('# too much for this disk');
  });

  test('storage denied by the browser: the page says so beforehand, works, and asks before it is closed', async () => {
    const profile = await Profile.create({ isStorageDenied: true });
    try {
      const denied = await profile.openPage();
      await openEditor(denied, site.url);
      await sees(denied, 'Your work is kept only as long as this tab is open.');
      await type(denied, '# only in this tab');
      expect(await download(denied)).toContain('# only in this tab');
      const asked = denied.waitForEvent('dialog');
      await denied.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await sees(denied, '# only in this tab');
    } finally {
      await profile.close();
    }
  });

  test('writes that fail, then hang, then work: each is told, and nothing is lost', async () => {
    await prepareWriteFaults(context);
    await openEditor(page, site.url);
    await setWriteFault(page, 'throws');
    await type(page, '# first ');
    await sees(page, /^The browser could not save your last changes/);
    expect(await download(page)).toContain('# first ');
    await setWriteFault(page, 'hangs');
    await focusEnd(page);
    await type(page, '# second ');
    await sees(page, /^This device does not answer/);
    expect(await download(page)).toContain('# first # second ');
    await setWriteFault(page, undefined);
    await seesSaved(page);
    expect((await readStored(page, slug)).draft).toContain('# first # second ');
  });

  test('a database that never opens: the page starts all the same and says what that means', async () => {
    await neverOpen(context);
    await openEditor(page, site.url);
    await sees(page, /storage does not answer/);
    await type(page, '# here');
    expect(await download(page)).toContain('# here');
  });

  test('everything deleted under an open page: what it shows is stored again', async () => {
    await openEditor(page, site.url);
    await type(page, '# still here');
    await seesSaved(page);
    const other = await context.newPage();
    await openBeside(other);
    await other.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('interleave');
          request.onsuccess = resolve;
          request.onerror = reject;
        }),
    );
    await expect.poll(async () => (await readStored(other, slug)).draft).toContain('# still here');
    await focusEnd(page);
    await type(page, ' and on');
    await expect.poll(async () => (await readStored(other, slug)).draft).toContain('# still here and on');
  });
});

describe('data of other versions', () => {
  test('schema 1, as released: the code, its history and the attempts are there', async () => {
    await openBeside(page);
    await fillDatabase(page, 'schema-1.json');
    await openEditor(page, site.url);
    await sees(page, '# written with the first schema');
    await page.getByRole('button', { name: 'More commands' }).click();
    await page.getByRole('menuitem', { name: 'History of my code' }).click();
    await page.getByRole('radio', { name: /Run: 1 of 6 passed/ }).waitFor();
    await page.goto(`${site.url}progress/`);
    await page.getByRole('table', { name: 'Your runs, newest first' }).getByText('1 of 6').waitFor();
  });

  test('a newer schema: it is left alone, and what is written here is kept beside it', async () => {
    await openBeside(page);
    await makeForeignDatabase(page, 7);
    await openEditor(page, site.url);
    await sees(page, /^A newer version of Interleave has stored your work/);
    await type(page, '# beside');
    await seesSaved(page);
    expect((await readStored(page, slug, 'interleave-beside-newer')).draft).toContain('# beside');
    const untouched = await page.evaluate(async () =>
      (await indexedDB.databases()).find((db) => db.name === 'interleave'),
    );
    expect(untouched?.version).toBe(7);
  });

  test('a database of that name which is not ours: nothing is said to be saved that is not', async () => {
    await openBeside(page);
    await makeForeignDatabase(page, 1);
    await openEditor(page, site.url);
    await type(page, '# nowhere to go');
    await sees(page, 'Not saved');
    expect(await download(page)).toContain('# nowhere to go');
  });

  test('a clock set back by two days: the last text is the one that stays', async () => {
    await openEditor(page, site.url);
    await type(page, '# before');
    await seesSaved(page);
    await page.close();
    const later = await context.newPage();
    await shiftClock(later, -172_800_000);
    await openEditor(later, site.url);
    await sees(later, '# before');
    await type(later, ' and after');
    await seesSaved(later);
    await later.close();
    const last = await context.newPage();
    await openEditor(last, site.url);
    await sees(last, '# before and after');
    await last.goto(`${site.url}progress/`);
    await last.getByRole('heading', { level: 1 }).waitFor();
  });
});

describe('import', () => {
  async function openProgress(): Promise<string> {
    await openEditor(page, site.url);
    await type(page, '# mine');
    await seesSaved(page);
    await page.goto(`${site.url}progress/`);
    return readDownload(page, () => page.getByRole('button', { name: 'Export to a file' }).click());
  }
  const choose = (buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });

  test('refuses what is no export, each time with a sentence, and changes nothing', async () => {
    const exported = await openProgress();
    const before = await readStored(page, slug);
    for (const { name, make, refusal } of badFiles) {
      // Files of this size go in by their path.
      const file = '.cache/import-fault.json';
      await writeFile(file, make(exported));
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('alert').filter({ hasText: refusal }).waitFor();
      await page.getByRole('button', { name: 'Dismiss' }).click();
      expect(await readStored(page, slug), name).toEqual(before);
      figures.add('imports refused');
      await rm(file);
    }
  });

  test('takes what is sound from a hostile file, says what it leaves out, and keeps the learner’s text', async () => {
    await openProgress();
    await choose(makeHostileFile());
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/5 of 7 drafts cannot be read/).waitFor();
    await dialog.getByText(/3 of 4 attempts cannot be read/).waitFor();
    await dialog.getByRole('button', { name: 'Import' }).click();
    await sees(page, 'The file has been imported.');
    const stored = await readStored(page, slug);
    expect(stored.draft).toBe('# from the file\n');
    expect(stored.snapshots.some((text) => text.includes('# mine'))).toBe(true);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await openEditor(page, site.url);
    await sees(page, '# from the file');
  });
});

// In greater number in tests/long/kills.test.ts.
test('20 kills of the tab or the browser lose nothing that was typed more than a second before', async () => {
  const profile = await Profile.create();
  try {
    await killWhileTyping(profile, site.url, 20, figures);
  } finally {
    await profile.close();
  }
  expect(figures.read('lost')).toBe(0);
}, 600_000);
