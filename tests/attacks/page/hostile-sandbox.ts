/** The product's pool, supervision, frame and broker, with a hostile script where the interpreter's should be. */
import type { ImageFile, ImageManifest } from '../../../src/image/manifest.ts';
import { parseManifest } from '../../../src/image/manifest.ts';
import { systemClock } from '../../../src/sandbox/host/clock.ts';
import { createSandbox } from '../../../src/sandbox/host/create-sandbox.ts';
import { createFrameOpener, type OpenFrame } from '../../../src/sandbox/host/frame-link.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';

/** What came out of the frame. */
export interface HeardFromFrame {
  readonly messages: number;
  /** Characters and bytes of the largest one. */
  readonly largest: number;
  readonly frames: number;
}

export interface HostileSandbox {
  readonly sandbox: Sandbox;
  readonly heard: { readonly totals: HeardFromFrame; reset(): void };
}

/** The smallest program that compiles. */
const emptyProgram = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

export function createHostileSandbox(page: Document, manifestUrl: string): HostileSandbox {
  let totals = { messages: 0, largest: 0, frames: 0 };
  const openReal = createFrameOpener(page, systemClock);
  const openFrame: OpenFrame = async (boot, workerUrl) => {
    const link = await openReal(boot, workerUrl);
    totals.frames += 1;
    return {
      ...link,
      listen: (onData) =>
        link.listen((data) => {
          totals.messages += 1;
          totals.largest = Math.max(totals.largest, sizeOf(data));
          onData(data);
        }),
    };
  };
  let script: Uint8Array<ArrayBuffer> | null = null;
  const sandbox = createSandbox({
    clock: systemClock,
    openFrame,
    loadManifest: async () => {
      script = new Uint8Array(await (await fetch('/hostile-worker.js')).arrayBuffer());
      const manifest = parseManifest(await (await fetch(manifestUrl)).text());
      return withSizes(manifest, script.byteLength);
    },
    fetchAsset: async (path) => {
      if (path.startsWith('worker-') && script) return script.slice();
      return path.startsWith('wasm-') ? emptyProgram.slice() : new Uint8Array(1);
    },
  });
  return {
    sandbox,
    heard: {
      get totals() {
        return totals;
      },
      reset: () => {
        totals = { messages: 0, largest: 0, frames: totals.frames };
      },
    },
  };
}

/** The manifest of an image whose files are what `fetchAsset` gives. */
function withSizes(manifest: ImageManifest, workerBytes: number): ImageManifest {
  const sized = (file: ImageFile, bytes: number) => ({ ...file, bytes, wireBytes: bytes });
  const { files } = manifest;
  return {
    ...manifest,
    files: {
      wasm: sized(files.wasm, emptyProgram.byteLength),
      worker: sized(files.worker, workerBytes),
      stdlib: sized(files.stdlib, 1),
      site: sized(files.site, 1),
      interleave: sized(files.interleave, 1),
    },
  };
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 1;
  let total = 0;
  for (const part of Object.values(value)) total += sizeOf(part);
  return total;
}
