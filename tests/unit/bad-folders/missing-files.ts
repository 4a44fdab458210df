/** Files that are missing, or are something else. */

import { sampleToml } from '../../../src/content/build/sample-folder.ts';
import { type Mistake, replaced } from './mistake.ts';

export const missingFiles: readonly Mistake[] = [
  {
    name: 'no challenge.toml',
    changes: { 'challenge.toml': null },
    place: 'challenge.toml',
    says: 'The file is missing. Every challenge folder needs one',
  },
  {
    name: 'challenge.toml misspelt',
    changes: { 'challenge.toml': null, 'chalenge.toml': sampleToml('bad-one') },
    place: 'challenge.toml',
    says: 'missing. Every challenge folder needs one; copy it from a neighbour. Did you mean "chalenge.toml"?',
  },
  {
    name: 'no statement',
    changes: { 'statement.md': null },
    place: 'statement.md',
    says: 'The file is missing. Write the statement',
  },
  {
    name: 'no starter',
    changes: { 'starter.py': null },
    place: 'starter.py',
    says: 'The file is missing. Write the starter of solution.py.',
  },
  {
    name: 'no solution',
    changes: { 'solution.py': null },
    place: 'solution.py',
    says: 'The file is missing. Write the solution of solution.py.',
  },
  {
    name: 'no explanation',
    changes: { 'explanation.md': null },
    place: 'explanation.md',
    says: 'Write what the learner reads after solving.',
  },
  {
    name: 'a hint missing at the end',
    changes: { 'hints/3.md': null },
    place: 'hints/3.md',
    says: 'The file is missing. Write hint 3',
  },
  {
    name: 'a hint missing in between',
    changes: { 'hints/2.md': null },
    place: 'hints/2.md',
    says: 'The file is missing. Write hint 2',
  },
  {
    name: 'a hint with a name of its own',
    changes: { 'hints/last.md': 'x' },
    place: 'hints/last.md',
    says: 'Hints are named hints/1.md',
    isWarning: true,
  },
  {
    name: 'tests folder empty',
    changes: { 'tests/test_good.py': null, 'tests/test_good_hidden.py': null },
    place: 'challenge.toml:14',
    says: 'files.visible lists tests/test_good.py, but there is no such file.',
  },
  {
    name: 'a listed test under another name',
    changes: { 'tests/test_good.py': null, 'tests/test_goods.py': 'def test_x(): pass\n' },
    place: 'challenge.toml:14',
    says: 'Did you mean "tests/test_goods.py"?',
  },
  {
    name: 'a test that is not listed',
    changes: { 'tests/test_more.py': 'def test_z(): pass\n' },
    place: 'tests/test_more.py',
    says: 'does not list it, so it never runs.',
  },
  {
    name: 'a helper under tests',
    changes: { 'tests/shared.py': 'z = 1\n' },
    place: 'tests/shared.py',
    says: 'Move what they share to assets/',
  },
  {
    name: 'a test listed twice',
    changes: replaced(
      'hidden = ["tests/test_good_hidden.py"]',
      'hidden = ["tests/test_good_hidden.py", "tests/test_good.py"]',
    ),
    place: 'challenge.toml:15',
    says: 'tests/test_good.py is listed twice.',
  },
  {
    name: 'a test that is no test file',
    changes: replaced('["tests/test_good.py"]', '["solution.py"]'),
    place: 'challenge.toml:14',
    says: 'solution.py is no test file',
  },
  {
    name: 'a test file without tests',
    changes: { 'tests/test_good.py': 'x = 1\n' },
    place: 'tests/test_good.py',
    says: 'No test function is to be seen',
    isWarning: true,
  },
  {
    name: 'a folder where a file should be',
    changes: { 'solution.py': null, 'solution.py/inner.py': 'x = 2\n' },
    place: 'solution.py',
    says: 'It is a folder; a file is expected here.',
  },
  {
    name: 'a folder named challenge.toml',
    changes: { 'challenge.toml': null, 'challenge.toml/x': '' },
    place: 'challenge.toml',
    says: 'It is a folder; a file is expected here.',
  },
  {
    name: 'a file that nothing uses',
    changes: { 'notes.txt': 'remember' },
    place: 'notes.txt',
    says: 'Nothing uses this file. Put data and given modules into assets/',
    isWarning: true,
  },
  {
    name: 'starter twice',
    changes: { 'starter/solution.py': 'x = 1\n' },
    place: 'starter.py',
    says: 'starter/ holds the same; keep one of the two.',
    isWarning: true,
  },
  {
    name: 'the short form with two files',
    changes: replaced('["solution.py"]', '["solution.py", "shop.py"]'),
    place: 'starter/shop.py',
    says: 'It is the starter of shop.py, which files.editor lists.',
  },
  {
    name: 'a starter of a file that nobody edits',
    changes: { 'starter/other.py': 'x = 1\n' },
    place: 'starter/other.py',
    says: 'List it in files.editor, or remove it.',
    isWarning: true,
  },
];
