// @ts-check
// One process at a time works in .cache: `npm start` and `npm test` may be begun together.
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const RETRY_MS = 500;
/** The holder touches its lock this often … */
const SIGN_OF_LIFE_MS = 2000;
/** … and one not touched for this long belongs to nobody: its process number may have gone to another program. */
const ABANDONED_MS = 30_000;

let attempts = 0;

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
  const signOfLife = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, SIGN_OF_LIFE_MS);
  try {
    return await work();
  } finally {
    clearInterval(signOfLife);
    await rm(file, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {Promise<boolean>} whether the lock is ours now
 */
async function take(file) {
  // Linking a written file takes the name and the content in one go, so nobody reads a lock without its holder.
  // The number tells two that wait in one process apart.
  attempts += 1;
  const mine = `${file}.${process.pid}.${attempts}`;
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
  const touched = (await stat(file).catch(() => null))?.mtimeMs ?? 0;
  if (isAlive(holder) && Date.now() - touched < ABANDONED_MS) return false;
  await rm(file, { force: true });
  return take(file);
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
