/** The sandbox in a real page: image from its manifest's folder, frames in the document, the system's clock. */
import { parseManifest } from '../../image/manifest.ts';
import type { Sandbox } from '../sandbox.ts';
import { systemClock } from './clock.ts';
import { createSandbox } from './create-sandbox.ts';
import { AssetError, createAssetFetcher } from './fetch-asset.ts';
import { createFrameOpener } from './frame-link.ts';
import { createIndexedSnapshots } from './indexed-snapshots.ts';
import type { SnapshotStore } from './snapshot-store.ts';

/**
 * @param manifestUrl absolute address of the image's manifest; the image's files lie beside it
 * @param snapshots what interpreters of one visit leave for those of the next; nothing without it
 * @param hashSeed Python's, where it is not to be the usual one
 */
export function createBrowserSandbox(
  page: Document,
  manifestUrl: string,
  snapshots: SnapshotStore | null = null,
  hashSeed = 0,
): Sandbox {
  return createSandbox({
    snapshots,
    hashSeed,
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

/** Null where storage is denied, or the page could not tell a damaged memory from a whole one, as on plain http. */
export function openBrowserSnapshots(): SnapshotStore | null {
  if (globalThis.crypto.subtle === undefined || !hasIndexedDb()) return null;
  return createIndexedSnapshots({
    engine: navigator.userAgent,
    now: Date.now,
    whenIdle,
    room: async () => {
      const { quota, usage } = (await navigator.storage?.estimate()) ?? {};
      return quota === undefined || usage === undefined ? null : quota - usage;
    },
  });
}

/** Where storage is denied some browsers throw at the mere look at it. */
function hasIndexedDb(): boolean {
  try {
    return typeof indexedDB !== 'undefined';
  } catch {
    return false;
  }
}

const idleMs = 10_000;

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: idleMs });
    else setTimeout(resolve, idleMs / 5);
  });
}
