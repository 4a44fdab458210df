/** Chromium, through Playwright. */
import type { Page } from 'playwright-core';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { fromAnswer, type PageDriver, patience, toExpression } from './driver.ts';

export async function openChromium(): Promise<PageDriver> {
  const browser = await launchChromium();
  const page: Page = await browser.newPage();
  page.setDefaultTimeout(patience);
  // A dialog would stop the page for good.
  page.on('dialog', (dialog) => void dialog.accept());
  return {
    engine: `Chromium ${browser.version()}`,
    async open(url) {
      await page.goto(url);
    },
    evaluate: async (inPage, argument) =>
      fromAnswer(await page.evaluate<string>(toExpression(inPage as never, argument))) as never,
    close: () => browser.close(),
  };
}
