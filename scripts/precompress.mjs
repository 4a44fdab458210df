// Lays a twin in brotli beside every large file of a built site whose name has a hash, for hosts that send such twins:
// `node scripts/precompress.mjs dist`.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canHaveTwin, toBrotli } from './setup/brotli.mjs';

/** Below this a twin saves less than it costs to look for it. */
const smallestBytes = 1_000;

const site = path.resolve(process.argv[2] ?? 'dist');
const names = await readdir(site, { recursive: true });
let before = 0;
let after = 0;
await Promise.all(
  names.filter(canHaveTwin).map(async (name) => {
    const file = path.join(site, name);
    const { size } = await stat(file);
    if (size < smallestBytes) return;
    const twin = await toBrotli(await readFile(file));
    if (twin.length >= size) return;
    await writeFile(`${file}.br`, twin);
    before += size;
    after += twin.length;
  }),
);
const megabytes = (/** @type {number} */ bytes) => (bytes / 1_000_000).toFixed(1);
process.stdout.write(`Precompressed: ${megabytes(before)} MB are ${megabytes(after)} MB in brotli.\n`);
