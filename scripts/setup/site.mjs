// @ts-check
// Step: the app in dist/, through scripts/build.mjs.
import path from 'node:path';
import { runCommand } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { silentProgress } from './progress.mjs';
import { projectRoot } from './root.mjs';
import { hashInputs, isFresh, writeStamp } from './stamp.mjs';

const INPUTS = [
  '.cache/image/manifest.json',
  'CHANGELOG.md',
  'LICENSE',
  'authoring',
  'challenges',
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'scripts',
  'src',
  'vite.config.ts',
];

/**
 * Builds the app unless dist/ was made from exactly these sources.
 * @param {{ root?: string, progress?: import('./progress.mjs').Progress, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<'fresh' | 'done'>} whether there was anything to do
 */
export async function ensureSite({ root = projectRoot, progress = silentProgress, env = process.env } = {}) {
  if (await isFresh(root, 'site', await hashInputs(root, INPUTS))) return 'fresh';
  const { code, output } = await runBuild({
    root,
    env,
    onLine: (line) => line.trim() && progress.note(line.trim()),
  });
  if (code !== 0) {
    throw new SetupFailure(
      `The app could not be built:\n${indent(output)}\n`,
      'Put that right and run `npm start` again.',
    );
  }
  // The build may itself bring the image up to date, so the inputs are read after it.
  await writeStamp(root, 'site', await hashInputs(root, INPUTS), ['dist/index.html']);
  return 'done';
}

/**
 * Rebuilds what comes from challenges/ alone; the old site stays when that fails.
 * @param {{ root?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ done: boolean, output: string }>}
 */
export async function rebuildContent({ root = projectRoot, env = process.env } = {}) {
  const { code, output } = await runBuild({ root, env, extra: ['--content-only'] });
  if (code === 0) await writeStamp(root, 'site', await hashInputs(root, INPUTS), ['dist/index.html']);
  return { done: code === 0, output };
}

/** @param {{ root: string, env: NodeJS.ProcessEnv, extra?: string[], onLine?: (line: string) => void }} options */
function runBuild({ root, env, extra = [], onLine }) {
  return runCommand(process.execPath, [path.join('scripts', 'build.mjs'), ...extra], {
    cwd: root,
    env,
    ...(onLine ? { onLine } : {}),
  });
}

/** @param {string} text */
export function indent(text) {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
