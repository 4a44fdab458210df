/** Paths and links that lead out of the folder. */
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { type Mistake, replaced } from './mistake.ts';

export const waysOut: readonly Mistake[] = [
  {
    name: 'a path with ..',
    changes: replaced('tests/test_good.py', '../secret.txt'),
    place: 'challenge.toml:14',
    says: 'must be a path inside the challenge folder, without ".."',
  },
  {
    name: 'an absolute path',
    changes: replaced('mutants/wrong.py', '/etc/hostname'),
    place: 'challenge.toml:18',
    says: 'must be a path inside the challenge folder',
  },
  {
    name: 'a Windows path',
    changes: replaced('"tests/test_good.py"', "'tests\\test_good.py'"),
    place: 'challenge.toml:14',
    says: 'written with "/"',
  },
  {
    name: 'a drive letter',
    changes: replaced('tests/test_good.py', 'C:/test_good.py'),
    place: 'challenge.toml:14',
    says: 'must be a path inside the challenge folder',
  },
  {
    name: 'a mutant elsewhere',
    changes: replaced('mutants/wrong.py', 'solution.py'),
    place: 'challenge.toml:18',
    says: 'solution.py lies outside mutants/.',
  },
  {
    name: 'a link out of the folder',
    after: (folder) => symlink('../../secret.txt', path.join(folder, 'assets/link.txt')),
    place: 'assets/link.txt',
    says: 'It is a symbolic link.',
  },
  {
    name: 'a link to a folder',
    after: (folder) => symlink('/', path.join(folder, 'assets/everything')),
    place: 'assets/everything',
    says: 'It is a symbolic link.',
  },
  {
    name: 'links in a ring',
    after: async (folder) => {
      await symlink('b', path.join(folder, 'assets/a'));
      await symlink('a', path.join(folder, 'assets/b'));
    },
    place: 'assets/a',
    says: 'It is a symbolic link.',
  },
  {
    name: 'a link to its own folder',
    after: (folder) => symlink('..', path.join(folder, 'tests/up')),
    place: 'tests/up',
    says: 'It is a symbolic link.',
  },
  {
    name: 'a link for challenge.toml',
    changes: { 'challenge.toml': null },
    after: (folder) => symlink('../good-one/challenge.toml', path.join(folder, 'challenge.toml')),
    place: 'challenge.toml',
    says: 'It is a symbolic link.',
  },
];
