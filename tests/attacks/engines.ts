/** Which browsers the attacks can be made in: Chromium by its own driver, the others as the trials of engines drive them. */
import { listEngines } from '../engines/engines.ts';
import { openChromium, type PageDriver } from './driver.ts';

/** @throws Error with a sentence for an engine that is not known, or not installed. */
export async function openDriver(name: string): Promise<PageDriver> {
  if (name === 'chromium') return openChromium();
  const engines = listEngines();
  const engine = engines.find((one) => one.name === name);
  if (!engine) {
    const known = engines.map((one) => one.name).join(', ');
    throw new Error(`There is no engine ${name} here. There are: ${known}.`);
  }
  if (engine.missing !== null) throw new Error(`${engine.missing}.`);
  return engine.open();
}
