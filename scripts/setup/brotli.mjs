// @ts-check
// Brotli at its best, which takes a minute for an interpreter: what was compressed once is remembered.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync } from 'node:zlib';
import { projectRoot } from './root.mjs';

const compress = promisify(brotliCompress);

/** A hash of eight or more characters before the ending, as the build gives to files that never change. */
export const hashedName = /[-.](?=[\w-]*[\dA-Z])[\w-]{8,}\.[a-z0-9]+$/;
/** Fonts of this kind are compressed already. */
const worthIt = /\.(js|css|json|ttf|svg|bin)$/;

/**
 * Whether a compressed twin of the file can lie beside it: its name has a hash, so that the twin is never out of date.
 * @param {string} name
 */
export function canHaveTwin(name) {
  return hashedName.test(name) && worthIt.test(name);
}

/**
 * The file's content with brotli in place of what it is compressed with now: a `.bin` of the interpreter is gzip.
 * @param {Uint8Array} content as it lies in the site
 * @param {string} [cache] absolute folder of what was compressed before
 */
export async function toBrotli(content, cache = path.join(projectRoot, '.cache/brotli')) {
  const file = path.join(cache, `${createHash('sha256').update(content).digest('hex')}.br`);
  const known = await readFile(file).catch(() => null);
  if (known !== null) return known;
  const plain = content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : content;
  const compressed = await compress(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  await mkdir(cache, { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, compressed);
  await rename(temporary, file);
  return compressed;
}
