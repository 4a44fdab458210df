/** Which browsers the attacks can be made in. */
import { openChromium, type PageDriver } from './driver.ts';

const engines: Readonly<Record<string, () => Promise<PageDriver>>> = { chromium: openChromium };

/** @throws Error with a sentence for an engine that is not known. */
export function openDriver(engine: string): Promise<PageDriver> {
  const open = engines[engine];
  if (!open) {
    throw new Error(`There is no engine ${engine} here. There is: ${Object.keys(engines).join(', ')}.`);
  }
  return open();
}
