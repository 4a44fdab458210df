/** Typing that ends with the tab, or the whole browser, being killed. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type DeviceWatch, watchDevice } from './device-watch.ts';
import { focusEnd, openEditor, slug } from './fault-site.ts';
import type { Figures } from './figures.ts';
import { type Profile, readStored } from './profile.ts';

/** What was typed longer ago than this, and than the device took for its writes, must be there. */
const promiseMs = 1_000;
/** Every so many kills the whole browser goes, not the tab alone. */
const browserEvery = 4;
const keys = 'abcdefghijklmnopqrstuvwxyz0123456789';

interface Keystroke {
  readonly key: string;
  readonly at: number;
}

export async function killWhileTyping(
  profile: Profile,
  url: string,
  kills: number,
  figures: Figures,
): Promise<void> {
  // Reproducible: the same keys and moments each time, as far as the machine goes.
  const random = createRandom(kills);
  let { page, device } = await openWatched(profile, url, figures);
  for (let round = 1; round <= kills; round += 1) {
    // Each round begins with a line of its own, stored before the typing that may be lost.
    while (!(await typeLine(page, `#${round} `, figures))) {
      figures.add('times that the browser was started again for it');
      await profile.killBrowser();
      ({ page, device } = await openWatched(profile, url, figures));
    }
    const before = await waitForStored(page, (text) => text.endsWith(`#${round} `));
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const isBrowser = round % browserEvery === 0;
    const { typed, killedAt } = await typeUntil(page, random, 200 + random() * 2_800, () =>
      isBrowser ? profile.killBrowser() : profile.killTabs(),
    );
    delay.disable();
    // A machine that stood still took the page's time as well as ours.
    const stallMs = delay.max / 1e6;
    const deviceMs = device.waitedMs(killedAt);

    ({ page, device } = await openWatched(profile, url, figures));
    const { draft } = await readStored(page, slug);
    const kept = countKept(draft ?? '', before, typed);
    const due = typed.filter(({ at }) => killedAt - at > promiseMs + stallMs + deviceMs).length;
    figures.raise('slowest device (ms)', deviceMs);
    figures.add('kills');
    if (isBrowser) figures.add('of the whole browser');
    figures.add('keystrokes typed', typed.length);
    figures.add('lost', Math.max(0, due - kept));
    figures.add('lost within the last second', typed.length - Math.max(kept, due));
    process.stdout.write(
      `kill ${round} of ${isBrowser ? 'the browser' : 'the tab'}: ${typed.length} typed, ${kept} kept, ${due} due, device ${Math.round(deviceMs)} ms\n`,
    );
    const oldestLost = typed[kept];
    if (oldestLost !== undefined) figures.raise('oldest lost (ms)', killedAt - oldestLost.at);
    expect(kept, `kill ${round}: ${typed.length} typed, ${due} due`).toBeGreaterThanOrEqual(due);
    // What the page shows is what is stored.
    await focusEnd(page);
    await page
      .locator('.monaco-editor .view-line')
      .filter({ hasText: (draft ?? '').split('\n').at(-1)?.trim() ?? '' })
      .first()
      .waitFor();
  }
  await page.close();
}

interface WatchedPage {
  readonly page: Page;
  readonly device: DeviceWatch;
}

/**
 * Chromium sometimes never loads a page after all its renderers were killed, as if it had given it one of the dead. What
 * helps is what a learner would do: start the browser again. How often that was is told.
 */
const loads = 3;

async function openWatched(profile: Profile, url: string, figures: Figures): Promise<WatchedPage> {
  for (let load = 1; ; load += 1) {
    const page = await profile.openPage();
    const device = await watchDevice(page);
    try {
      await openEditor(page, url);
      return { page, device };
    } catch (error) {
      if (load === loads) throw error;
      figures.add('loads that hung, and the browser was started again');
      await profile.killBrowser();
    }
  }
}

/**
 * Begins a line with `text`. A browser that was just started again now and then gives the editor no keys, as if its
 * window were not in front; what helps is what a learner would do: click again, and then start the browser again. How
 * often that was is told.
 */
async function typeLine(page: Page, text: string, figures: Figures): Promise<boolean> {
  const shown = page.locator('.monaco-editor .view-line').filter({ hasText: text.trim() }).first();
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    if (attempt > 1) await focusEnd(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type(text);
    if (await isSeen(shown)) return true;
    figures.add('lines that the browser kept from the editor');
  }
  return false;
}

/** By then a page that has its keys has drawn them. */
const drawnMs = 10_000;

function isSeen(text: Locator): Promise<boolean> {
  return text.waitFor({ timeout: drawnMs }).then(
    () => true,
    () => false,
  );
}

async function typeUntil(page: Page, random: () => number, ms: number, kill: () => Promise<void>) {
  const typed: Keystroke[] = [];
  let killedAt = Number.POSITIVE_INFINITY;
  const end = new Promise<void>((resolve, reject) => {
    setTimeout(() => {
      killedAt = performance.now();
      kill().then(resolve, reject);
    }, ms);
  });
  while (killedAt === Number.POSITIVE_INFINITY) {
    const key = keys[Math.floor(random() * keys.length)] ?? 'x';
    // A page that is gone need not answer.
    const isTaken = await Promise.race([
      page.keyboard.press(key).then(
        () => true,
        () => false,
      ),
      end.then(() => false),
    ]);
    if (!isTaken) break;
    // Counted once the page has taken it, and only what it took before the end.
    const at = performance.now();
    if (at < killedAt) typed.push({ key, at });
  }
  await end;
  void page.close().catch(() => undefined);
  return { typed, killedAt };
}

/** How many of the keystrokes, from the first on, the stored text has behind what was there before. */
function countKept(stored: string, before: string, typed: readonly Keystroke[]): number {
  if (!stored.startsWith(before)) return 0;
  const tail = stored.slice(before.length);
  const wanted = typed.map(({ key }) => key).join('');
  let kept = 0;
  while (kept < wanted.length && tail[kept] === wanted[kept]) kept += 1;
  return kept;
}

async function waitForStored(page: Page, isThere: (text: string) => boolean): Promise<string> {
  const read = async () => (await readStored(page, slug)).draft ?? '';
  await expect
    .poll(async () => isThere(await read()), { timeout: 60_000, interval: 50 })
    .toBe(true)
    .catch(async (error: unknown) => {
      const shown = await page
        .locator('.foot, [role=alert], [role=status], dialog[open]')
        .allTextContents()
        .catch(() => []);
      const lines = await page
        .locator('.monaco-editor .view-line')
        .allTextContents()
        .catch(() => []);
      throw new Error(
        `Never stored. Stored: ${JSON.stringify((await read()).slice(-80))}. The page says: ${JSON.stringify(shown)}; it shows: ${JSON.stringify(lines.slice(-4))}.`,
        { cause: error },
      );
    });
  return read();
}

/** A small generator with a seed: the same numbers each time. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
