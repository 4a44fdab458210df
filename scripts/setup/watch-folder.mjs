// @ts-check
// Watches a folder and tells which files changed, once the writing has stopped.
import { watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const QUIET_MS = 200;
const IGNORED =
  /(?:^|[\\/])(?:__pycache__|\.pytest_cache|\.ruff_cache|\.git)(?:[\\/]|$)|(?:~|\.swp|\.tmp|\.pyc)$|(?:^|[\\/])(?:4913|\.#[^\\/]*)$/;

/** @typedef {{ kind: 'added' | 'changed' | 'removed', path: string }} Change path relative to the folder, with "/" */

/**
 * Calls `onChange` with everything that changed since the last call, never two calls at a time.
 * @param {string} folder absolute
 * @param {(changes: Change[]) => Promise<void> | void} onChange
 * @returns {Promise<{ close: () => void }>} resolves when changes are seen from now on
 */
export async function watchFolder(folder, onChange) {
  /** @type {Map<string, import('node:fs').FSWatcher>} */
  const watchers = new Map();
  let known = await scan(folder);
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let busy = false;
  let again = false;
  let closed = false;

  const schedule = () => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void report(), QUIET_MS);
  };

  // One watcher per folder: recursive watching misses new folders on some systems.
  const arm = (/** @type {Set<string>} */ folders) => {
    for (const [watched, watcher] of watchers) {
      if (folders.has(watched)) continue;
      watcher.close();
      watchers.delete(watched);
    }
    for (const each of folders) {
      if (watchers.has(each) || closed) continue;
      try {
        const watcher = watch(each, schedule);
        watcher.on('error', schedule);
        watchers.set(each, watcher);
      } catch {
        // The folder is gone again; its parent's watcher will tell.
      }
    }
  };

  const report = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const now = await scan(folder);
    arm(now.folders);
    const changes = compare(known.files, now.files);
    known = now;
    if (changes.length > 0 && !closed) await onChange(changes);
    busy = false;
    if (again) {
      again = false;
      schedule();
    }
  };

  arm(known.folders);
  // Something may have been written between the first look and the watchers.
  schedule();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/**
 * @param {Map<string, string>} before
 * @param {Map<string, string>} after
 * @returns {Change[]}
 */
function compare(before, after) {
  /** @type {Change[]} */
  const changes = [];
  for (const [file, state] of after) {
    if (!before.has(file)) changes.push({ kind: 'added', path: file });
    else if (before.get(file) !== state) changes.push({ kind: 'changed', path: file });
  }
  for (const file of before.keys()) if (!after.has(file)) changes.push({ kind: 'removed', path: file });
  return changes;
}

/**
 * @param {string} folder
 * @returns {Promise<{ files: Map<string, string>, folders: Set<string> }>}
 */
async function scan(folder) {
  /** @type {Map<string, string>} */
  const files = new Map();
  /** @type {Set<string>} */
  const folders = new Set();
  const visit = async (/** @type {string} */ current) => {
    const entries = await readdir(current, { withFileTypes: true }).catch(() => null);
    if (entries === null) return;
    folders.add(current);
    for (const entry of entries) {
      const full = path.join(current, entry.name);
      const name = path.relative(folder, full).split(path.sep).join('/');
      if (IGNORED.test(name)) continue;
      if (entry.isDirectory()) await visit(full);
      else {
        const info = await stat(full).catch(() => null);
        if (info !== null) files.set(name, `${info.size} ${info.mtimeMs}`);
      }
    }
  };
  await visit(folder);
  return { files, folders };
}
