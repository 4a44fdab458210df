/** What a system or a network could not take. */
import type { Mistake } from './mistake.ts';

export const clashes: readonly Mistake[] = [
  {
    name: 'names that differ in case',
    changes: { 'assets/Data.txt': 'a', 'assets/data.txt': 'b' },
    place: 'assets/data.txt',
    says: 'On Windows and macOS it is the same file as assets/Data.txt.',
  },
  {
    name: 'an asset in the place of the learner’s file',
    changes: { 'assets/Solution.py': 'x = 2\n' },
    place: 'assets/Solution.py',
    says: "The learner's Solution.py takes its place",
  },
  {
    name: 'an asset among the tests',
    changes: { 'assets/tests/test_more.py': 'x = 2\n' },
    place: 'assets/tests/test_more.py',
    says: 'It would lie among the tests.',
  },
  {
    name: 'an enormous asset',
    changes: { 'assets/big.bin': new Uint8Array(2_000_001) },
    place: 'assets/big.bin',
    says: 'It has 2,000,001 bytes; at most 2,000,000 bytes are allowed.',
  },
  {
    name: 'assets that are enormous together',
    changes: Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`assets/${n}.bin`, new Uint8Array(1_900_000)])),
    place: 'assets',
    says: 'at most 8,000,000 bytes are allowed. Make them smaller.',
  },
  {
    name: 'hundreds of files',
    changes: Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`assets/${n}.txt`, 'x'])),
    place: 'assets',
    says: 'more than 300 files',
  },
];
