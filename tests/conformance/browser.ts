/** The product's sandbox in a real browser, with an eye on runs that stand still. */

import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { startGateServer } from '../browser/gate-server.ts';
import type { Execute } from './run-here.ts';

export interface ConformanceBrowser {
  readonly execute: Execute;
  close(): Promise<void>;
}

export async function openConformanceBrowser(): Promise<ConformanceBrowser> {
  const server = await startGateServer(true);
  const browser = await launchChromium();
  const openPage = async () => {
    const opened = await browser.newPage();
    await opened.goto(server.url);
    return opened;
  };
  let page = await openPage();

  return {
    execute: async (request, idleSeconds) => {
      try {
        return await page.evaluate(([asked, seconds]) => window.gate.watch(asked, seconds), [
          request,
          idleSeconds,
        ] as const);
      } catch (error) {
        // A crashed tab takes with it what is known of the run; the next module gets another one.
        await page.close();
        page = await openPage();
        throw error;
      }
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
