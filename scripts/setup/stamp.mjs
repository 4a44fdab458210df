// @ts-check
// A stamp records which inputs a step's result was made from, so that the same work is not done twice.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const SKIPPED_FOLDERS = new Set(['node_modules', '__pycache__', '.git', '.pytest_cache', '.ruff_cache']);

/**
 * Hashes files and folders by path and content; what does not exist counts as "absent".
 * @param {string} root absolute folder the paths are relative to
 * @param {string[]} inputs files and folders, relative to root
 * @param {string[]} [facts] further text that the result depends on (versions, flags)
 * @returns {Promise<string>} sha256, hexadecimal
 */
export async function hashInputs(root, inputs, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`fact ${fact}\0`);
  for (const input of [...inputs].sort()) {
    const files = await listFiles(path.join(root, input));
    if (files.length === 0) hash.update(`absent ${input}\0`);
    for (const file of files) {
      const name = path.relative(root, file).split(path.sep).join('/');
      hash
        .update(`file ${name}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * Every file below a folder (or the file itself), sorted; caches of tools are passed over.
 * @param {string} target absolute
 * @returns {Promise<string[]>}
 */
export async function listFiles(target) {
  const info = await stat(target).catch(() => null);
  if (info === null) return [];
  if (info.isFile()) return [target];
  const found = [];
  for (const entry of await readdir(target, { withFileTypes: true })) {
    if (entry.isDirectory() && SKIPPED_FOLDERS.has(entry.name)) continue;
    found.push(...(await listFiles(path.join(target, entry.name))));
  }
  return found.sort();
}

/**
 * @param {string} root
 * @param {string} name of the step
 * @returns {Promise<{ inputs: string, outputs: Record<string, number> } | null>} null when there is none that can be read
 */
export async function readStamp(root, name) {
  try {
    const stamp = JSON.parse(await readFile(stampPath(root, name), 'utf8'));
    return typeof stamp.inputs === 'string' && typeof stamp.outputs === 'object' && stamp.outputs
      ? stamp
      : null;
  } catch {
    return null;
  }
}

/**
 * Written last, after the result is in place; a killed step therefore has none.
 * @param {string} root
 * @param {string} name of the step
 * @param {string} inputs hash of the inputs
 * @param {string[]} [outputs] files whose disappearance makes the stamp void, relative to root
 */
export async function writeStamp(root, name, inputs, outputs = []) {
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const output of outputs) sizes[output] = (await stat(path.join(root, output))).size;
  await writeWhole(stampPath(root, name), `${JSON.stringify({ inputs, outputs: sizes }, null, 2)}\n`);
}

/**
 * @param {string} root
 * @param {string} name of the step
 * @param {string} inputs hash of the inputs as they are now
 * @returns {Promise<boolean>} whether the result on disk was made from these inputs and is still complete
 */
export async function isFresh(root, name, inputs) {
  const stamp = await readStamp(root, name);
  if (stamp?.inputs !== inputs) return false;
  for (const [output, size] of Object.entries(stamp.outputs)) {
    const info = await stat(path.join(root, output)).catch(() => null);
    if (info?.size !== size) return false;
  }
  return true;
}

/**
 * Writes a file so that nobody ever sees half of it.
 * @param {string} file absolute
 * @param {string | Uint8Array} content
 */
export async function writeWhole(file, content) {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

/**
 * Puts a finished folder in the place of an older one.
 * @param {string} finished absolute
 * @param {string} place absolute
 */
export async function replaceFolder(finished, place) {
  const old = `${place}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(place, old).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(finished, place);
  await rm(old, { recursive: true, force: true });
}

/** @param {string} root @param {string} name */
function stampPath(root, name) {
  return path.join(root, '.cache', 'stamps', `${name}.json`);
}
