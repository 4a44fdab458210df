/** Empty files, and files that are no text. */
import type { Mistake } from './mistake.ts';

export const unreadableText: readonly Mistake[] = [
  {
    name: 'an empty statement',
    changes: { 'statement.md': '\n' },
    place: 'statement.md',
    says: 'The file is empty.',
  },
  {
    name: 'an empty solution',
    changes: { 'solution.py': '' },
    place: 'solution.py',
    says: 'The file is empty.',
  },
  {
    name: 'an empty test file',
    changes: { 'tests/test_good.py': '' },
    place: 'tests/test_good.py',
    says: 'The file is empty.',
  },
  { name: 'an empty hint', changes: { 'hints/1.md': ' ' }, place: 'hints/1.md', says: 'The file is empty.' },
  {
    name: 'an empty mutant',
    changes: { 'mutants/wrong.py': '\n' },
    place: 'mutants/wrong.py',
    says: 'The file is empty. Write a wrong solution',
  },
  {
    name: 'Latin-1',
    changes: { 'statement.md': Uint8Array.from([49, 46, 32, 97, 10, 99, 97, 102, 0xe9, 10]) },
    place: 'statement.md:2',
    says: 'It is not UTF-8 text from this line on. Save it as UTF-8.',
  },
  {
    name: 'challenge.toml in Latin-1',
    changes: { 'challenge.toml': Uint8Array.from([120, 61, 0xe9]) },
    place: 'challenge.toml:1',
    says: 'Save it as UTF-8.',
  },
  {
    name: 'UTF-16',
    changes: { 'starter.py': Uint8Array.from([0xff, 0xfe, 120, 0]) },
    place: 'starter.py:1',
    says: 'It is saved as UTF-16.',
  },
  {
    name: 'a byte order mark',
    changes: { 'starter.py': '\ufeffx = 1\n' },
    place: 'starter.py:1',
    says: 'It begins with a byte order mark.',
    isWarning: true,
  },
  {
    name: 'NUL',
    changes: { 'solution.py': 'x = 2\ny = "\0"\n' },
    place: 'solution.py:2',
    says: 'It contains a NUL character',
  },
  {
    name: 'CRLF',
    changes: { 'starter.py': '# one\nx = 1\r\n' },
    place: 'starter.py:2',
    says: 'Its lines end as on Windows (CRLF).',
    isWarning: true,
  },
];
