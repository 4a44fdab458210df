// @ts-check
// One process at a time works in .cache: `npm start` and `npm test` may be begun together.
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const RETRY_MS = 500;

/**
 * Runs `work` while no other process runs work under the same name. The lock of a dead process is taken over.
 * @template T
 * @param {string} root
 * @param {string} name
 * @param {import('./progress.mjs').Progress} progress
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, name, progress, work) {
  const file = path.join(root, '.cache', 'locks', name);
  await mkdir(path.dirname(file), { recursive: true });
  let announced = false;
  while (!(await take(file))) {
    if (!announced) progress.note('Another process is at this step; waiting for it.');
    announced = true;
    await pause(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function take(file) {
  // Linking a written file takes the name and the content in one go, so nobody reads a lock without its holder.
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, String(process.pid));
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  } finally {
    await rm(mine, { force: true });
  }
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (isAlive(holder)) return false;
  await rm(file, { force: true });
  return false;
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
