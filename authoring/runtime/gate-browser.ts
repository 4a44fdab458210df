/** The product's own sandbox in a real browser, behind one function. */
import { createServer } from 'vite';
import { projectRoot } from '../../scripts/setup/root.mjs';
import type { RunRequest } from '../../src/domain/run-request.ts';
import config from '../../vite.config.ts';
import type { FinishedRun } from '../gate/gate-run.ts';
import { launchChromium } from './chromium.ts';

export interface GateBrowser {
  /** Waits for a free interpreter; never rejects because of what the run does. */
  run(request: RunRequest): Promise<FinishedRun>;
  close(): Promise<void>;
}

interface GateWindow {
  readonly gate: { run(request: RunRequest): Promise<FinishedRun> };
}

/**
 * Serves the gate's page by Vite and opens it. Needs the interpreter image.
 * @param parallel how many interpreters run at the same time
 * @param hashSeed Python's hash seed: with another one sets have another order
 */
export async function openGateBrowser(parallel = 2, hashSeed = 0): Promise<GateBrowser> {
  const server = await createServer({
    ...config,
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    server: { ...config.server, port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const root = server.resolvedUrls?.local[0];
  const browser = await launchChromium();
  const page = await browser.newPage();
  // The first start of a server on a busy machine takes its time.
  page.setDefaultNavigationTimeout(600_000);
  await page.goto(`${root}authoring/gate-page/index.html?parallel=${parallel}&hash-seed=${hashSeed}`);
  await page.waitForFunction(() => 'gate' in globalThis, undefined, { timeout: 600_000 });

  return {
    async run(request) {
      return page.evaluate(async (wanted) => {
        const { ending, ms } = await (globalThis as unknown as GateWindow).gate.run(wanted);
        return { ending, ms };
      }, request);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
