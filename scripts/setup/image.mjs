// @ts-check
// Step: the interpreter image in .cache/image (the work itself is TypeScript, in src/image).
import path from 'node:path';
import { runCommand } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { silentProgress } from './progress.mjs';
import { projectRoot } from './root.mjs';
import { hashInputs, isFresh, listFiles, writeStamp } from './stamp.mjs';
import { ensureWheels } from './wheels.mjs';

// Each part of the image knows its own inputs; this list only decides whether to ask at all.
const INPUTS = [
  '.cache/stamps/wheels.json',
  'node_modules/pyodide/package.json',
  'package-lock.json',
  'python',
  'src/domain',
  'src/image',
  'src/sandbox',
];

/**
 * Builds what is out of date, the wheels first. node_modules has to be there.
 * @param {{ root?: string, progress?: import('./progress.mjs').Progress, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<'fresh' | 'done'>} whether there was anything to do
 */
export async function ensureImage({ root = projectRoot, progress = silentProgress, env = process.env } = {}) {
  await ensureWheels({ root, progress, env });
  const facts = [process.platform];
  if (await isFresh(root, 'image', await hashInputs(root, INPUTS, facts))) return 'fresh';
  return withLock(root, 'image', progress, async () => {
    const inputs = await hashInputs(root, INPUTS, facts);
    if (await isFresh(root, 'image', inputs)) return 'fresh';
    /** @type {string[]} */
    const said = [];
    const { code, output } = await runCommand(
      process.execPath,
      ['--import', 'tsx', 'src/image/build-image.ts'],
      {
        cwd: root,
        env,
        onLine(line) {
          said.push(line);
          if (/^[a-z-]+: \d+ kB/.test(line)) progress.note(line);
        },
      },
    );
    if (code !== 0) throw explainImageFailure(said.at(-1) ?? output);
    const files = await listFiles(path.join(root, '.cache', 'image'));
    await writeStamp(
      root,
      'image',
      inputs,
      files.map((file) => path.relative(root, file).split(path.sep).join('/')),
    );
    return 'done';
  });
}

/** @param {string} reason */
function explainImageFailure(reason) {
  return new SetupFailure(
    `The interpreter image could not be built: ${reason.replace(/\.$/, '')}.`,
    'Put that right and run `npm start` again.',
  );
}
