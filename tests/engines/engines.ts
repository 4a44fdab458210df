/** The engines that can be driven, and which of them this machine has. */
import { openChromium } from './chromium.ts';
import type { EngineName, PageDriver } from './driver.ts';
import { findFirefox, openFirefox } from './firefox.ts';
import { findWebKit, openWebKit } from './webkit.ts';

export interface Engine {
  readonly name: EngineName;
  /** What is missing, as a sentence; null when it can be opened. */
  readonly missing: string | null;
  readonly open: () => Promise<PageDriver>;
}

export function listEngines(): readonly Engine[] {
  return [
    {
      name: 'chromium',
      missing:
        process.env.INTERLEAVE_CHROMIUM === undefined ? 'no Chromium is named in INTERLEAVE_CHROMIUM' : null,
      open: openChromium,
    },
    {
      name: 'firefox',
      missing: findFirefox() === null ? 'Firefox is not installed (on Debian: firefox-esr)' : null,
      open: openFirefox,
    },
    {
      name: 'webkit',
      missing:
        findWebKit() === null ? 'WebKitGTK is not installed (on Debian: webkit2gtk-driver and xvfb)' : null,
      open: openWebKit,
    },
  ];
}
