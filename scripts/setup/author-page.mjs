// @ts-check
// Step: the author's page in .cache/author. It is no part of the site, so that no published site can hold it.
import path from 'node:path';
import { runCommand } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { silentProgress } from './progress.mjs';
import { projectRoot } from './root.mjs';
import { indent } from './site.mjs';
import { hashInputs, isFresh, writeStamp } from './stamp.mjs';

const INPUTS = ['authoring', 'package-lock.json', 'src'];
const RESULT = '.cache/author/index.html';

/** @param {string} [root] @returns {string} the folder that holds the built page */
export function authorPageFolder(root = projectRoot) {
  return path.join(root, path.dirname(RESULT));
}

/**
 * Builds the page unless it was made from exactly these sources.
 * @param {{ root?: string, progress?: import('./progress.mjs').Progress }} [options]
 * @returns {Promise<'fresh' | 'done'>} whether there was anything to do
 */
export async function ensureAuthorPage({ root = projectRoot, progress = silentProgress } = {}) {
  const inputs = await hashInputs(root, INPUTS);
  if (await isFresh(root, 'author-page', inputs)) return 'fresh';
  const config = path.join('authoring', 'page', 'vite.config.ts');
  const vite = path.join('node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await runCommand(
    process.execPath,
    [vite, 'build', '--config', config, '--logLevel', 'warn'],
    { cwd: root, onLine: (line) => line.trim() && progress.note(line.trim()) },
  );
  if (code !== 0) {
    throw new SetupFailure(
      `The author's page could not be built:\n${indent(output)}\n`,
      'Put that right and run `npm start` again.',
    );
  }
  await writeStamp(root, 'author-page', inputs, [RESULT]);
  return 'done';
}
