// @ts-check
// Step: node_modules as package-lock.json says, through `npm ci`.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './command.mjs';
import { explainNpmFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { formatElapsed, silentProgress } from './progress.mjs';
import { projectRoot } from './root.mjs';
import { hashInputs, isFresh, writeStamp } from './stamp.mjs';

const INPUTS = ['package-lock.json', 'package.json'];
const INSTALLED = path.join('node_modules', '.package-lock.json');

/**
 * Installs the npm packages unless exactly these are there already.
 * @param {{ root?: string, progress?: import('./progress.mjs').Progress, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<'fresh' | 'done'>} whether there was anything to do
 */
export async function ensureDependencies({
  root = projectRoot,
  progress = silentProgress,
  env = process.env,
} = {}) {
  const inputs = await hashInputs(root, INPUTS, [process.platform, process.arch]);
  if (await isFresh(root, 'dependencies', inputs)) return 'fresh';
  return withLock(root, 'dependencies', progress, async () => {
    if (await isInstalled(root)) {
      await writeStamp(root, 'dependencies', inputs, [INSTALLED]);
      return 'fresh';
    }
    await install(root, progress, env);
    await writeStamp(root, 'dependencies', inputs, [INSTALLED]);
    return 'done';
  });
}

/**
 * npm writes node_modules/.package-lock.json when an installation is complete, and only then; so somebody's own
 * `npm ci` counts too, and one that was killed does not.
 * @param {string} root
 */
async function isInstalled(root) {
  const [wanted, present] = await Promise.all([
    readPackages(path.join(root, 'package-lock.json')),
    readPackages(path.join(root, INSTALLED)),
  ]);
  if (wanted === null || present === null) return false;
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === '') continue;
    const found = present[name];
    if (
      found === undefined
        ? !entry.optional
        : found.version !== entry.version || found.integrity !== entry.integrity
    ) {
      return false;
    }
  }
  return true;
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[] }> | null>}
 */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** @param {{ os?: string[], cpu?: string[] }} entry */
function isForThisPlatform({ os, cpu }) {
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
}

/**
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 * @param {NodeJS.ProcessEnv} env
 */
async function install(root, progress, env) {
  const packages = Object.values((await readPackages(path.join(root, 'package-lock.json'))) ?? {});
  const wanted = packages.filter(isForThisPlatform).length - 1;
  const startedAt = performance.now();
  let fetched = 0;
  // `npm start` names its own npm in the environment; running that file with this Node works on every platform.
  const [program, ...before] = env.npm_execpath ? [process.execPath, env.npm_execpath] : ['npm'];
  const { code, output } = await runCommand(
    /** @type {string} */ (program),
    [...before, 'ci', '--loglevel=http', '--no-audit', '--no-fund', '--no-progress'],
    {
      cwd: root,
      env,
      onLine(line) {
        if (!/http (?:fetch GET 200|cache) \S+\.tgz/.test(line)) return;
        fetched += 1;
        if (fetched % 25 === 0) progress.note(`${fetched} of about ${wanted} packages`);
      },
    },
  );
  if (code !== 0) throw explainNpmFailure(output);
  progress.note(`${wanted} packages installed in ${formatElapsed(startedAt)}`);
}
