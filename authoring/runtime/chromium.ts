/** Starts the Chromium that set-up found, each time with a profile of its own. */
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** @throws Error when no browser is named; `npm test` names one. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.INTERLEAVE_CHROMIUM;
  if (executablePath === undefined) {
    throw new Error('Name a Chromium in INTERLEAVE_CHROMIUM, or run the suite through npm test.');
  }
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...flags, ...asRoot], timeout: 120_000 });
}
