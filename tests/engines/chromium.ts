/** Chromium, through Playwright. */
import type { Page } from 'playwright-core';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { type PageDriver, patience } from './driver.ts';

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
    evaluate: (inPage, argument) => page.evaluate(inPage as (given: unknown) => unknown, argument) as never,
    close: () => browser.close(),
  };
}
