/** The product's sandbox in a real browser, behind one function. */
import { createServer } from 'vite';
import type { RunRequest } from '../../src/domain/run-request.ts';
import type { RunEnding } from '../../src/domain/verdict.ts';
import { launchChromium } from '../chromium.ts';

export interface GateBrowser {
  run(request: RunRequest): Promise<RunEnding>;
  close(): Promise<void>;
}

interface GateWindow {
  readonly gate: { run(request: RunRequest): Promise<{ readonly ending: RunEnding }> };
}

/** Serves the authoring page by Vite and opens it. Needs the interpreter image. */
export async function openGateBrowser(): Promise<GateBrowser> {
  const server = await createServer({ logLevel: 'error', server: { port: 0, hmr: false, watch: null } });
  await server.listen();
  const root = server.resolvedUrls?.local[0];
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(`${root}authoring/gate-page/index.html?parallel=2`);
  await page.waitForFunction(() => 'gate' in globalThis, undefined, { timeout: 120_000 });

  return {
    async run(request) {
      const result = await page.evaluate(
        (wanted) => (globalThis as unknown as GateWindow).gate.run(wanted),
        request,
      );
      return result.ending;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
