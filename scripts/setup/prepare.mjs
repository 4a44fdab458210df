// @ts-check
// Everything that has to be there before the app can be built or tested.
import { ensureDependencies } from './dependencies.mjs';
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
