// @ts-check
// Step: the pinned Python wheels, by the ordinary `pip download` with hashes, and a pure-Python MarkupSafe from its source.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './command.mjs';
import { explainPipFailure, SetupFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { checkPip, findPython } from './prerequisites.mjs';
import { formatElapsed, silentProgress } from './progress.mjs';
import { projectRoot } from './root.mjs';
import { hashInputs, isFresh, replaceFolder, writeStamp } from './stamp.mjs';

const WHEELS = 'python/requirements.txt';
const FROM_SOURCE = 'python/requirements-source.txt';
const BUILD_TOOLS = 'python/requirements-build.txt';
const RECIPE = 'scripts/setup/wheels.mjs';
const BATCH_SIZE = 5;
// Without these, pip chooses wheels for the machine it runs on, and SQLAlchemy would come as native code.
const PURE_ONLY = [
  '--only-binary=:all:',
  '--platform',
  'any',
  '--implementation',
  'py',
  '--abi',
  'none',
  '--python-version',
  '3.14',
];

/**
 * @typedef {object} PipContext
 * @property {string} root
 * @property {string} python the program to call
 * @property {import('./progress.mjs').Progress} progress
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Brings the wheels into `.cache/wheels` unless exactly these are there already.
 * @param {{ root?: string, progress?: import('./progress.mjs').Progress, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<'fresh' | 'done'>} whether there was anything to do
 */
export async function ensureWheels({
  root = projectRoot,
  progress = silentProgress,
  env = process.env,
} = {}) {
  const inputs = await hashInputs(root, [WHEELS, FROM_SOURCE, BUILD_TOOLS, RECIPE]);
  if (await isFresh(root, 'wheels', inputs)) return 'fresh';
  return withLock(root, 'wheels', progress, async () => {
    if (await isFresh(root, 'wheels', inputs)) return 'fresh';
    const { python } = await findPython({ root, env });
    await checkPip({ python, root, env });
    await fetchWheels({ root, python, progress, env }, inputs);
    return 'done';
  });
}

/**
 * Unpacks the same wheels for this machine's own Python, to test our Python packages natively with what is shipped.
 * @param {{ root?: string, progress?: import('./progress.mjs').Progress, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} absolute folder to put on PYTHONPATH
 */
export async function ensureNativePackages({
  root = projectRoot,
  progress = silentProgress,
  env = process.env,
} = {}) {
  await ensureWheels({ root, progress, env });
  const folder = path.join(root, '.cache', 'native-packages');
  const { python, version } = await findPython({ root, env });
  if (Number(version.split('.')[1]) < 11) {
    throw new SetupFailure(
      `The Python found is ${version}, and 3.11 or newer is needed to run the Python tests.`,
      'Install a newer python3 and run the tests again.',
    );
  }
  const inputs = await hashInputs(root, ['.cache/stamps/wheels.json', RECIPE], [version]);
  if (await isFresh(root, 'native-packages', inputs)) return folder;
  return withLock(root, 'native-packages', progress, async () => {
    if (await isFresh(root, 'native-packages', inputs)) return folder;
    const wheels = path.join(root, '.cache', 'wheels');
    const incoming = `${folder}.incoming`;
    await rm(incoming, { recursive: true, force: true });
    const files = (await readdir(wheels)).map((name) => path.join(wheels, name));
    await pip({ root, python, progress, env }, WHEELS, [
      'install',
      '--no-index',
      '--no-deps',
      '--target',
      incoming,
      ...files,
    ]);
    await replaceFolder(incoming, folder);
    const infos = (await readdir(folder)).filter((name) => name.endsWith('.dist-info'));
    await writeStamp(
      root,
      'native-packages',
      inputs,
      infos.map((name) => `.cache/native-packages/${name}/METADATA`),
    );
    progress.note(`${files.length} packages unpacked for Python ${version}`);
    return folder;
  });
}

/**
 * The folder keeps its name when the process is killed, and pip passes over files whose hash is right already:
 * the next attempt goes on where this one stopped.
 * @param {PipContext} context
 * @param {string} inputs
 */
async function fetchWheels(context, inputs) {
  const { root, progress } = context;
  const startedAt = performance.now();
  const incoming = path.join(root, '.cache', 'wheels.incoming');
  await mkdir(incoming, { recursive: true });

  const requirements = parseRequirements(await readFile(path.join(root, WHEELS), 'utf8'));
  for (let start = 0; start < requirements.length; start += BATCH_SIZE) {
    const batch = requirements.slice(start, start + BATCH_SIZE);
    await downloadBatch(context, incoming, batch);
    progress.note(`${start + batch.length} of ${requirements.length}: ${batch.map(nameOf).join(', ')}`);
  }
  const built = await buildFromSource(context, incoming);
  progress.note(`built without a compiler: ${built.join(', ')}`);

  const wheels = (await readdir(incoming)).filter((name) => name.endsWith('.whl')).sort();
  await dropStrays(incoming, wheels, requirements.length + built.length);
  await replaceFolder(incoming, path.join(root, '.cache', 'wheels'));
  await writeStamp(
    root,
    'wheels',
    inputs,
    wheels.map((name) => `.cache/wheels/${name}`),
  );
  progress.note(`${wheels.length} wheels in ${formatElapsed(startedAt)}`);
}

/**
 * @param {PipContext} context
 * @param {string} incoming
 * @param {string[]} batch
 */
async function downloadBatch(context, incoming, batch) {
  const list = path.join(incoming, 'batch.txt');
  await writeFile(list, `${batch.join('\n')}\n`);
  await pip(context, WHEELS, [
    'download',
    ...PURE_ONLY,
    '--no-deps',
    '--require-hashes',
    '-d',
    incoming,
    '-r',
    list,
  ]);
}

/**
 * MarkupSafe publishes no pure wheel. Its source builds one when the compiler fails, so it is given one that always does.
 * @param {PipContext} context
 * @param {string} incoming
 * @returns {Promise<string[]>} names of the built wheels
 */
async function buildFromSource(context, incoming) {
  const { root } = context;
  const tools = path.join(root, '.cache', 'wheels.tools');
  const out = path.join(root, '.cache', 'wheels.built');
  await rm(tools, { recursive: true, force: true });
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const hashed = ['--no-deps', '--require-hashes'];
  await pip(context, BUILD_TOOLS, [
    'install',
    '--only-binary=:all:',
    ...hashed,
    '--target',
    tools,
    '-r',
    path.join(root, BUILD_TOOLS),
  ]);
  await pip(
    {
      ...context,
      env: { ...context.env, PYTHONPATH: tools, CC: 'false', CXX: 'false', SOURCE_DATE_EPOCH: '315532800' },
    },
    FROM_SOURCE,
    // No cache: a native wheel that somebody built on this machine before must not be taken instead.
    [
      'wheel',
      '--no-cache-dir',
      '--no-build-isolation',
      '--no-binary=:all:',
      ...hashed,
      '-w',
      out,
      '-r',
      path.join(root, FROM_SOURCE),
    ],
  );
  const built = await readdir(out);
  for (const name of built) {
    if (!name.endsWith('-py3-none-any.whl')) {
      throw new SetupFailure(
        `${name} was built with native code, which cannot run in a browser.`,
        'Run `npm start` with a PATH that holds no C compiler.',
      );
    }
    await writeFile(path.join(incoming, name), await readFile(path.join(out, name)));
  }
  await rm(tools, { recursive: true, force: true });
  await rm(out, { recursive: true, force: true });
  return built;
}

/**
 * A wheel left from an older list would end up in the image, so the folder holds what is listed and no more.
 * @param {string} incoming
 * @param {string[]} wheels
 * @param {number} expected
 */
async function dropStrays(incoming, wheels, expected) {
  if (wheels.length !== expected) {
    await rm(incoming, { recursive: true, force: true });
    throw new SetupFailure(
      `${wheels.length} wheels came for ${expected} requirements, so some are left from an earlier list.`,
      'They have been removed: run `npm start` again.',
    );
  }
  await rm(path.join(incoming, 'batch.txt'), { force: true });
}

/**
 * @param {PipContext} context
 * @param {string} file the list it works from, for the explanation
 * @param {string[]} args
 */
async function pip({ root, python, env }, file, args) {
  const { code, output } = await runCommand(
    python,
    ['-m', 'pip', '--disable-pip-version-check', '--no-input', '--no-color', ...args],
    { cwd: root, env: { ...env, PIP_ROOT_USER_ACTION: 'ignore' } },
  );
  if (code !== 0) throw explainPipFailure(output, file);
}

/**
 * @param {string} text of a requirements file
 * @returns {string[]} one requirement each, its continuation lines joined
 */
export function parseRequirements(text) {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/(^|\s)#.*$/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

/** @param {string} requirement */
function nameOf(requirement) {
  return requirement.split(' ')[0]?.replace('==', ' ') ?? requirement;
}
