/** Files of the image: once each, inflated, and whole. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { AssetError, type FetchAsset } from './fetch-asset.ts';
import { ImageStore } from './image-store.ts';
import { createManualClock } from './testing/manual-clock.ts';

const content = new TextEncoder().encode('PK hello hello hello hello hello hello');
const packed = new Uint8Array(gzipSync(content));
const file = { path: 'site-1.bin', bytes: content.byteLength, wireBytes: packed.byteLength };

const serve =
  (bytes: Uint8Array): FetchAsset =>
  async (_path, onBytes) => {
    onBytes(bytes.byteLength);
    return new Uint8Array(bytes);
  };

test.each([
  ['as it lies on the server', packed],
  ['already inflated by the browser', content],
])('a file that arrives %s is the same', async (_name, bytes) => {
  const store = new ImageStore(serve(bytes), createManualClock());
  await store.load([file]);
  expect(new Uint8Array(await store.copy(file))).toEqual(content);
  expect(store.progress()).toMatchObject({ loadedBytes: packed.byteLength, totalBytes: packed.byteLength });
});

test('each copy is one’s own', async () => {
  const store = new ImageStore(serve(packed), createManualClock());
  await store.load([file]);
  const one = await store.copy(file);
  structuredClone(one, { transfer: [one] });
  expect((await store.copy(file)).byteLength).toBe(content.byteLength);
});

test('a damaged file is refused, and asked for again', async () => {
  let bytes = packed.slice(0, 20);
  const store = new ImageStore(
    (path, onBytes, signal) => serve(bytes)(path, onBytes, signal),
    createManualClock(),
  );
  await expect(store.load([file])).rejects.toBeInstanceOf(AssetError);
  expect(store.progress().loadedBytes).toBe(0);
  bytes = packed;
  await store.load([file]);
});

test('what was given away is let go of when asked, and fetched again for the next; what nobody has taken stays', async () => {
  const asked: string[] = [];
  const store = new ImageStore((path, ...rest) => {
    asked.push(path);
    return serve(packed)(path, ...rest);
  }, createManualClock());
  const other = { ...file, path: 'stdlib-1.bin' };
  await store.load([file, other]);
  await store.copy(file);
  store.forgetGiven();
  await store.load([file, other]);
  expect(asked).toEqual(['site-1.bin', 'stdlib-1.bin', 'site-1.bin']);
  const both = 2 * packed.byteLength;
  expect(store.progress()).toMatchObject({ loadedBytes: both, totalBytes: both });
  expect(new Uint8Array(await store.copy(file))).toEqual(content);
});
