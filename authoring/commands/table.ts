/** Every command there is. A new one is a file beside this and an entry here. */
import type { CommandEntry } from './command.ts';

export const commands: readonly CommandEntry[] = [
  {
    name: 'new',
    summary: 'begin a challenge: a folder with comments that say what to write where',
    usage: ['new SLUG [--track T] [--kind K] [--title TEXT] [--dir DIR]'],
    options: [
      '--track T     a slug from tracks.toml (default: its first)',
      '--kind K      function, class, fix-the-bug, test-the-code or optimise (default: function)',
      '--title TEXT  at most 45 characters (default: made from the slug)',
      '--dir DIR     the folder that holds the challenge folders (default: challenges/ of the project)',
      'On a terminal it asks for what is missing.',
    ],
    load: async () => (await import('./new.ts')).createChallenge,
  },
  {
    name: 'check',
    summary: 'put challenges through the gate',
    usage: [
      'check SLUG… | --all | --changed [--dir DIR] [--json FILE] [--suggest] [--jobs N] [--patience N] [--hash-seed N]',
    ],
    options: [
      '--all         every folder',
      '--changed     those that differ from when they last passed',
      '--dir DIR     the folder that holds the challenge folders (default: challenges/ of the project)',
      '--json FILE   write the results as JSON',
      '--suggest     also make small mistakes in each solution, and list those that no test notices',
      '--jobs N      interpreters at work at the same time (default: 2)',
      '--patience N  multiply every time limit, on a machine that is busy with other things',
      '--hash-seed N',
      '              give Python another hash seed, so that sets have another order',
    ],
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'try',
    summary: 'the verdict a learner would get for a file or a folder of files',
    usage: [
      'try SLUG --with FILE|FOLDER [--dir DIR] [--json FILE]',
      "try SLUG --with-each 'PATTERN' [--dir DIR] [--json FILE]",
    ],
    options: [
      '--with FILE        one answer; of a challenge with several files the folder that holds them',
      '--with-each GLOB   many answers, one line each',
      '--dir DIR          the folder that holds the challenge folders (default: challenges/ of the project)',
      "--json FILE        write the judge's report; with --with-each a list of them",
    ],
    load: async () => (await import('./try.ts')).tryAttempts,
  },
  {
    name: 'import',
    summary: 'make challenges of what others wrote',
    usage: [
      'import exercism PATH… --into DIR [--track SLUG] [--replace]',
      'import pytest DIR --into DIR [--track SLUG] [--replace]',
    ],
    options: [
      'exercism      exercises, folders of them, or a whole track of Exercism',
      'pytest        a folder with code and tests; it becomes a draft',
      '--into DIR    the folder that holds the challenge folders; made when it is not there',
      '--track SLUG  the shelf they come onto (default: one named after the track, or "drafts")',
      '--replace     replace folders of the same name that an import made',
    ],
    load: async () => (await import('./import.ts')).importChallenges,
  },
  {
    name: 'pack',
    summary: 'build a site with only the challenges you choose',
    usage: ['pack [--challenges DIR] [--tracks SLUG,SLUG] --out DIR'],
    options: [
      '--challenges DIR  your own folder of challenges, anywhere (default: challenges/ of the project)',
      '--tracks LIST     only these tracks, by their slugs',
      '--out DIR         where the site goes; only a site that was packed is replaced',
    ],
    load: async () => (await import('./pack.ts')).pack,
  },
];
