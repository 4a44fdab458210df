// @ts-check
// What must be on the machine before anything is fetched: Node, Python and Python's pip.
import { runCommand } from './command.mjs';
import { SetupFailure } from './failure.mjs';

const OLDEST_PYTHON = [3, 10];

/**
 * @param {string} [version] of Node, without the "v"
 */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  throw new SetupFailure(
    `This is Node ${version}, and Interleave needs Node 20.19 or newer (of the 22 line, 22.12 or newer).`,
    'Install a current Node and run `npm start` again.',
  );
}

/**
 * Finds a Python that can fetch the wheels.
 * @param {{ root: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ python: string, version: string }>} the program to call
 */
export async function findPython({ root, env = process.env }) {
  /** @type {string | null} */
  let tooOld = null;
  for (const python of ['python3', 'python']) {
    const { code, output } = await runCommand(
      python,
      ['-c', 'import sys; print("%d.%d.%d" % sys.version_info[:3])'],
      {
        cwd: root,
        env,
      },
    );
    const version = /^(\d+)\.(\d+)\.\d+$/m.exec(output);
    if (code !== 0 || version === null) continue;
    if (Number(version[1]) === OLDEST_PYTHON[0] && Number(version[2]) >= (OLDEST_PYTHON[1] ?? 0)) {
      return { python, version: version[0] };
    }
    tooOld ??= version[0];
  }
  if (tooOld !== null) {
    throw new SetupFailure(
      `The Python found is ${tooOld}, and ${OLDEST_PYTHON.join('.')} or newer is needed to fetch the Python packages.`,
      'Install a newer python3 and run `npm start` again.',
    );
  }
  throw new SetupFailure(
    'There is no python3 on the PATH, and it is needed to fetch the Python packages.',
    'Install Python 3.10 or newer with pip (on Debian and Ubuntu: `apt-get install python3 python3-pip`) and run `npm start` again.',
  );
}

/**
 * @param {{ python: string, root: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} pip's version
 */
export async function checkPip({ python, root, env = process.env }) {
  const { code, output } = await runCommand(python, ['-m', 'pip', '--version'], { cwd: root, env });
  const version = /^pip (\d+\.\S+)/m.exec(output)?.[1];
  if (code !== 0 || version === undefined) {
    throw new SetupFailure(
      `The ${python} found has no pip (Debian's python3 comes without it).`,
      'Install it (on Debian and Ubuntu: `apt-get install python3-pip`; elsewhere: `python3 -m ensurepip`) and run `npm start` again.',
    );
  }
  if (Number.parseInt(version, 10) < 22) {
    throw new SetupFailure(
      `The pip found is ${version}, and 22 or newer is needed.`,
      'Update it (`python3 -m pip install --upgrade pip`) and run `npm start` again.',
    );
  }
  return version;
}
