/** The sandbox in a real page: image from a folder, frames in the document, the system's clock. */
import { parseManifest } from '../../image/manifest.ts';
import type { Sandbox } from '../sandbox.ts';
import { systemClock } from './clock.ts';
import { createSandbox } from './create-sandbox.ts';
import { AssetError, createAssetFetcher } from './fetch-asset.ts';
import { createFrameOpener } from './frame-link.ts';

/** `imageUrl`: absolute address of the image's folder, with a slash at its end. */
export function createBrowserSandbox(page: Document, imageUrl: string): Sandbox {
  return createSandbox({
    loadManifest: async () => {
      const response = await fetch(new URL('manifest.json', imageUrl)).catch(() => null);
      if (!response?.ok) {
        throw new AssetError('The interpreter could not be found: the server has no description of it.');
      }
      return parseManifest(await response.text());
    },
    fetchAsset: createAssetFetcher(imageUrl),
    openFrame: createFrameOpener(page, systemClock),
    clock: systemClock,
  });
}
