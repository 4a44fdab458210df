/** What a page and its workers take of the machine's memory. */
import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';

export interface MemoryFigures {
  /**
   * JavaScript and WebAssembly of the page, its frames and its workers, as the engine counts them. Bytes; null where it
   * does not count, as in the headless shell, which does not give each site a process.
   */
  readonly counted: number | null;
  /** Resident bytes of the browser's renderers, as the system counts them; null where it does not tell. */
  readonly resident: number | null;
}

/** The page must be isolated. Garbage is collected first. */
export async function measureMemory(page: Page): Promise<MemoryFigures> {
  for (const frame of page.frames()) await collectGarbage(page, frame);
  const counted = await page.evaluate(async () => {
    const measured = performance as Performance & {
      measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
    };
    return measured.measureUserAgentSpecificMemory().then(
      ({ bytes }) => bytes,
      () => null,
    );
  });
  const resident = await residentBytes(page);
  if (counted === null && resident === null)
    throw new Error('Neither engine nor system tells what the page takes.');
  return { counted, resident };
}

async function collectGarbage(page: Page, frame: Frame): Promise<void> {
  // A frame of the page's own process has no session, and needs none: its garbage is the page's.
  const isOwn = frame === page.mainFrame();
  const session = await page
    .context()
    .newCDPSession(isOwn ? page : frame)
    .catch(() => null);
  await session?.send('HeapProfiler.collectGarbage');
  await session?.detach();
}

/** Resident bytes of all renderers of the page's browser; null where the system does not tell. */
export async function residentBytes(page: Page): Promise<number | null> {
  const browser = page.context().browser();
  if (browser === null) return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(renderers.map(({ id }) => residentOf(id)));
  return sizes.includes(null) ? null : sizes.reduce((sum: number, size) => sum + (size ?? 0), 0);
}

async function residentOf(process: number): Promise<number | null> {
  const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
