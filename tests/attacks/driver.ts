/** All that the attacks need of a browser: one page that opens addresses and runs functions. */
import type { Page } from 'playwright-core';
import { launchChromium } from '../../authoring/runtime/chromium.ts';

export interface PageDriver {
  readonly engine: string;
  open(url: string): Promise<void>;
  /** Runs a function in the page, with one argument that survives JSON, and waits for what it promises. */
  evaluate<Argument, Result>(
    inPage: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  close(): Promise<void>;
}

/**
 * The same driver, whose pages know the function that the TypeScript loader of the tests puts around named functions:
 * functions for `evaluate` carry its calls along.
 */
export function withNames(driver: PageDriver): PageDriver {
  return {
    ...driver,
    open: async (url) => {
      await driver.open(url);
      await driver.evaluate(() => {
        // `Object` gives a function back as it is, and needs no function here, which would be wrapped itself.
        Object.assign(globalThis, { __name: Object });
      }, null);
    },
  };
}

export async function openChromium(): Promise<PageDriver> {
  const browser = await launchChromium();
  const page: Page = await browser.newPage();
  page.setDefaultTimeout(180_000);
  // A dialog that an attack opens would stop the page for good.
  page.on('dialog', (dialog) => void dialog.dismiss());
  return {
    engine: `Chromium ${browser.version()}`,
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: (inPage, argument) => page.evaluate(inPage as (given: unknown) => unknown, argument) as never,
    close: () => browser.close(),
  };
}
