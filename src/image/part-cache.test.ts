import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PartCache, sha256 } from './part-cache.ts';

const content = new TextEncoder().encode('content '.repeat(1000));

test('a part is found again by its inputs, and read back as it was', async () => {
  const cache = makeCache();
  const part = await cache.store('site', 'inputs', { content });
  expect(part.path).toMatch(/^site-[0-9a-f]{12}\.bin$/);
  expect(part.bytes).toBe(8000);
  expect(part.wireBytes).toBeLessThan(200);
  expect(await cache.find('site', 'inputs')).toEqual(part);
  expect(await cache.find('site', 'other inputs')).toBeNull();
  expect(Buffer.compare(await cache.read(part), content)).toBe(0);
});

test('the file is the same wherever it is built', async () => {
  const [one, two] = [makeCache(), makeCache()];
  const part = await one.store('a', 'x', { content });
  await two.store('a', 'y', { content });
  const bytes = readFileSync(path.join(one.folder, part.path));
  expect(readFileSync(path.join(two.folder, part.path)).equals(bytes)).toBe(true);
  // No time, and no operating system, in the header.
  expect([...bytes.subarray(4, 8), bytes[9]]).toEqual([0, 0, 0, 0, 255]);
});

test('a part that was cut short is built again', async () => {
  const cache = makeCache();
  const part = await cache.store('a', 'x', { content });
  truncateSync(path.join(cache.folder, part.path), 10);
  expect(await cache.find('a', 'x')).toBeNull();
});

test('pruning keeps what is named', async () => {
  const cache = makeCache();
  const old = await cache.store('a', 'x', { content });
  const now = await cache.store('a', 'y', { content: content.subarray(8) });
  await cache.prune(new Set([now.path]));
  expect(readdirSync(cache.folder)).toEqual([now.path]);
  expect(old.path).not.toBe(now.path);
});

test('where one text ends and the next begins is part of the hash', () => {
  expect(sha256('ab', 'c')).not.toBe(sha256('a', 'bc'));
});

function makeCache(): PartCache {
  const folder = mkdtempSync(path.join(tmpdir(), 'interleave-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return new PartCache(path.join(folder, 'image'), path.join(folder, 'records'));
}
