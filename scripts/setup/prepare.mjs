// @ts-check
// Everything that has to be there before the app can be built or tested, and how a failure of it is told.
import { ensureDependencies } from './dependencies.mjs';
import { SetupFailure } from './failure.mjs';
import { ensureImage } from './image.mjs';
import { checkNode } from './prerequisites.mjs';
import { createProgress } from './progress.mjs';
import { ensureWheels } from './wheels.mjs';

/**
 * npm packages, wheels, interpreter image: each only when it is missing or out of date.
 * @param {import('./progress.mjs').Progress} [progress]
 */
export async function prepare(progress = createProgress()) {
  checkNode();
  await ensureDependencies({ progress });
  await ensureWheels({ progress });
  await ensureImage({ progress });
}

/**
 * Runs set-up work of a command; a failure is printed as its sentences and ends the command.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function runStep(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
