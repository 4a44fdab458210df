// @ts-check
// The wheels, unpacked for the native Python, so that the judge's own tests need no virtual environment.
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { findPython } from './prerequisites.mjs';
import { projectRoot } from './root.mjs';
import { hashInputs, isFresh, replaceFolder, writeStamp } from './stamp.mjs';

/**
 * @param {{ root?: string }} [options]
 * @returns {Promise<{ python: string, version: string, packages: string }>} the Python to call and what to put on PYTHONPATH
 */
export async function ensureNativePackages({ root = projectRoot } = {}) {
  const { python, version } = await findPython({ root });
  const packages = path.join(root, '.cache', 'native');
  const inputs = await hashInputs(root, ['.cache/stamps/wheels.json']);
  if (await isFresh(root, 'native', inputs)) return { python, version, packages };

  const part = `${packages}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  const wheels = path.join(root, '.cache', 'wheels');
  for (const name of (await readdir(wheels)).filter((file) => file.endsWith('.whl'))) {
    const { code, output } = await runCommand(
      python,
      ['-m', 'zipfile', '-e', path.join(wheels, name), part],
      { cwd: root },
    );
    if (code !== 0)
      throw new SetupFailure(
        `${name} could not be unpacked: ${output}`,
        'Remove .cache/wheels and try again.',
      );
  }
  await replaceFolder(part, packages);
  await writeStamp(root, 'native', inputs, ['.cache/native/pytest/__init__.py']);
  return { python, version, packages };
}
