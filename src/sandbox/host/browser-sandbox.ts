/** The sandbox in a real page: image from its manifest's folder, frames in the document, the system's clock. */
import { parseManifest } from '../../image/manifest.ts';
import type { Sandbox } from '../sandbox.ts';
import { systemClock } from './clock.ts';
import { createSandbox } from './create-sandbox.ts';
import { AssetError, createAssetFetcher } from './fetch-asset.ts';
import { createFrameOpener } from './frame-link.ts';

/** `manifestUrl`: absolute address of the image's manifest; the image's files lie beside it. */
export function createBrowserSandbox(page: Document, manifestUrl: string): Sandbox {
  return createSandbox({
    loadManifest: async () => {
      const response = await fetch(manifestUrl).catch(() => null);
      if (!response?.ok) {
        throw new AssetError('The interpreter could not be found: the server has no description of it.');
      }
      return parseManifest(await response.text());
    },
    fetchAsset: createAssetFetcher(new URL('./', manifestUrl).href),
    openFrame: createFrameOpener(page, systemClock),
    clock: systemClock,
  });
}
