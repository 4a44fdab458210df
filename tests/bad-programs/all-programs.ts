/** Every bad program. */
import type { BadProgram } from './bad-program.ts';
import { exits } from './programs/exits.ts';
import { files } from './programs/files.ts';
import { floods } from './programs/floods.ts';
import { loops } from './programs/loops.ts';
import { memoryBombs } from './programs/memory.ts';
import { patches } from './programs/patches.ts';
import { recursions } from './programs/recursion.ts';

export const badPrograms: readonly BadProgram[] = [
  ...loops,
  ...recursions,
  ...memoryBombs,
  ...floods,
  ...exits,
  ...patches,
  ...files,
];
