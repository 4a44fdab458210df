/** Every command there is. A new one is a file beside this and an entry here. */
import type { CommandEntry } from './command.ts';

export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    summary: 'put challenges through the gate',
    usage: ['check SLUG… | --all | --changed [--dir DIR] [--json FILE] [--suggest] [--jobs N]'],
    options: [
      '--all         every folder',
      '--changed     those that differ from when they last passed',
      '--dir DIR     the folder that holds the challenge folders (default: challenges/ of the project)',
      '--json FILE   write the results as JSON',
      '--suggest     also make small mistakes in each solution, and list those that no test notices',
      '--jobs N      interpreters at work at the same time (default: 2)',
    ],
    load: async () => (await import('./check.ts')).check,
  },
];
