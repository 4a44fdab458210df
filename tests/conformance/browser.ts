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
  const page = await browser.newPage();
  await page.goto(server.url);

  return {
    execute: (request, idleSeconds) =>
      page.evaluate(([asked, seconds]) => window.gate.watch(asked, seconds), [request, idleSeconds] as const),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
