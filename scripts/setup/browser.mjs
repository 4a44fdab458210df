// Finds a Chromium for the tests: a named one, an installed one, the one in the npm package, the system's packages.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { SetupFailure } from './failure.mjs';
import { silentProgress } from './progress.mjs';
import { projectRoot } from './root.mjs';

const variable = 'INTERLEAVE_CHROMIUM';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * @param {{ root?: string, progress?: import('./progress.mjs').Progress, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ executable: string, env: Record<string, string> }>} what to start, and with which extra environment
 */
export async function ensureBrowser({
  root = projectRoot,
  progress = silentProgress,
  env = process.env,
} = {}) {
  const named = env[variable];
  if (named) {
    if (existsSync(named)) return { executable: named, env: {} };
    throw new SetupFailure(
      `${variable} names ${named}, which does not exist.`,
      'Name an installed Chrome or Chromium, or unset the variable.',
    );
  }
  const installed = findInstalled(env);
  if (installed !== null) return { executable: installed, env: {} };

  const packaged = await unpackPackaged(root, progress);
  if (packaged !== null) return packaged;

  const added = installWithApt(env, progress);
  if (added !== null) return { executable: added, env: {} };
  throw new SetupFailure(
    'There is no Chrome or Chromium for the tests.',
    `Install one (on Debian: apt-get install chromium), or name one in ${variable}.`,
  );
}

/** @param {NodeJS.ProcessEnv} env */
function findInstalled(env) {
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
    ...places,
  ];
  return candidates.find((file) => existsSync(file) && starts(file, {})) ?? null;
}

/**
 * The npm package holds a headless Chromium for Linux on x64, and of the system's libraries those it lacks.
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 */
async function unpackPackaged(root, progress) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const bin = path.join(root, 'node_modules/@sparticuz/chromium/bin');
  if (!existsSync(bin)) return null;

  const to = path.join(root, '.cache/chromium');
  const browser = { executable: path.join(to, 'chromium'), env: packagedEnvironment(to) };
  if (!existsSync(to)) {
    progress.note('unpacking the Chromium that comes as an npm package');
    const part = `${to}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    await inflate(path.join(bin, 'chromium.br'), path.join(part, 'chromium'));
    chmodSync(path.join(part, 'chromium'), 0o755);
    for (const name of ['al2023', 'fonts', 'swiftshader']) await untar(bin, name, part);
    renameSync(part, to);
  }
  return starts(browser.executable, browser.env) ? browser : null;
}

/** @param {string} folder */
function packagedEnvironment(folder) {
  const libraries = path.join(folder, 'al2023/lib');
  const before = process.env.LD_LIBRARY_PATH;
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  return { LD_LIBRARY_PATH: before ? `${libraries}:${before}` : libraries, ...fonts };
}

/**
 * @param {string} from
 * @param {string} to
 */
function inflate(from, to) {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

/**
 * @param {string} bin
 * @param {string} name
 * @param {string} part
 */
async function untar(bin, name, part) {
  const tar = path.join(part, `${name}.tar`);
  // The renderer's own libraries have to lie beside the executable.
  const into = name === 'swiftshader' ? part : path.join(part, name);
  await inflate(path.join(bin, `${name}.tar.br`), tar);
  mkdirSync(into, { recursive: true });
  spawnSync('tar', ['xf', tar, '-C', into], { stdio: 'ignore' });
  rmSync(tar);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./progress.mjs').Progress} progress
 */
function installWithApt(env, progress) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return null;
  progress.note('installing Chromium with apt-get');
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  return findInstalled(env);
}

/**
 * @param {string} executable
 * @param {Record<string, string>} env
 */
function starts(executable, env) {
  const { status } = spawnSync(executable, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout: 60_000,
  });
  return status === 0;
}
