/** Several tabs on one challenge, each typing into it at the same time. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { focusEnd, openEditor, seesSaved, slug } from './fault-site.ts';
import type { Figures } from './figures.ts';
import { readStored } from './profile.ts';

/** One sign for each tab; none of them is in the starter. */
const signs = ['α', 'β', 'γ', 'δ', 'ε'];
const keystrokes = 30;

/**
 * Types in all tabs in turn, settles every conflict that the pages offer, and looks for every keystroke.
 * @returns how many conflicts were offered
 */
export async function typeInTabs(
  context: BrowserContext,
  url: string,
  count: number,
  figures: Figures,
): Promise<number> {
  const pages: Page[] = [];
  for (let index = 0; index < count; index += 1) {
    const page = await context.newPage();
    // As with tabs that the browser had frozen: they do not hear of each other, and only the store knows.
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    await openEditor(page, url);
    pages.push(page);
  }
  for (let stroke = 0; stroke < keystrokes; stroke += 1) {
    await Promise.all(pages.map((page, index) => page.keyboard.insertText(signs[index] ?? '?')));
  }
  figures.raise('tabs', count);
  figures.add('keystrokes typed', keystrokes * count);

  const question = (page: Page) => page.getByText('Another tab saved this challenge too.');
  const settled = await Promise.all(
    pages.map((page) =>
      Promise.race([
        question(page)
          .waitFor()
          .then(() => 'conflict' as const),
        seesSaved(page).then(() => 'saved' as const),
      ]),
    ),
  );
  const conflicts = settled.filter((kind) => kind === 'conflict').length;
  figures.add('conflicts offered', conflicts);
  // One tab was first; each of the others has to ask.
  expect(settled.filter((kind) => kind === 'saved')).toHaveLength(1);

  const [first] = pages;
  if (first === undefined) throw new Error('There has to be a tab.');
  await expect.poll(() => countMissing(first, count), { timeout: 30_000 }).toEqual([]);
  for (const [index, page] of pages.entries()) {
    if (settled[index] !== 'conflict') continue;
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await seesSaved(page);
    await focusEnd(page);
  }
  const missing = await countMissing(first, count);
  figures.add('lost', missing.length);
  expect(missing).toEqual([]);
  for (const page of pages) await page.close();
  return conflicts;
}

/** Tabs of which no single stored text holds all that was typed there. */
async function countMissing(page: Page, count: number): Promise<readonly string[]> {
  const { draft, snapshots } = await readStored(page, slug);
  const texts = [draft ?? '', ...snapshots];
  return signs
    .slice(0, count)
    .filter((sign) => !texts.some((text) => text.split(sign).length - 1 >= keystrokes));
}
