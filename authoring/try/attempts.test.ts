import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleChallenge } from '../gate/sample-gate.ts';
import { expandPattern } from './expand-pattern.ts';
import { readAttempt } from './read-attempt.ts';

let root: string;
const at = (...parts: readonly string[]) => path.join(root, ...parts);
const two = {
  ...sampleChallenge,
  starter: [
    { path: 'shop/cart.py', text: 'c' },
    { path: 'shop/till.py', text: 't' },
  ],
};

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'attempts-'));
  await mkdir(at('deep/shop'), { recursive: true });
  await mkdir(at('.hidden'));
  for (const name of ['a.py', 'b.py', 'c.txt', '.hidden/d.py', 'deep/shop/cart.py', 'deep/notes.md']) {
    await writeFile(at(name), name);
  }
  await writeFile(at('latin.py'), Buffer.from([0x22, 0xe9, 0x22]));
  await symlink(at('a.py'), at('link.py'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

test.each([
  ['[ab].py', []],
  ['?.py', ['a.py', 'b.py']],
  ['*.txt', ['c.txt']],
  ['**/*.py', ['a.py', 'b.py', 'deep/shop/cart.py', 'latin.py']],
  ['deep/*', ['deep/notes.md', 'deep/shop']],
  ['./deep/../a.py', ['a.py']],
  ['.hidden/*.py', ['.hidden/d.py']],
  ['nothing/*.py', []],
])('the pattern %s', async (pattern, expected) => {
  const found = await expandPattern(path.posix.join(root, '/').concat(pattern));
  expect(found.map((file) => path.relative(root, file))).toEqual(expected);
});

test('any file will do for a challenge with one', async () => {
  expect(await readAttempt(at('a.py'), sampleChallenge)).toEqual({
    from: at('a.py'),
    files: [{ path: 'solution.py', text: 'a.py' }],
    notes: [],
  });
});

test('a folder gives what the challenge knows of; the rest is named', async () => {
  const { files, notes } = await readAttempt(at('deep'), two);
  expect(files).toEqual([{ path: 'shop/cart.py', text: 'deep/shop/cart.py' }]);
  expect(notes).toEqual([
    'notes.md is not one of the files that learners edit, so it is left out.',
    "shop/till.py is not there, so the starter's is used.",
  ]);
});

test.each([
  ['what is not there', 'none.py', /There is no file or folder/],
  ['a link', 'link.py', /neither a file nor a folder/],
  ['another encoding', 'latin.py', /not UTF-8/],
  ['a folder without any of the files', '.hidden', /holds none of the files/],
])('%s is refused with a sentence', async (_what, name, message) => {
  await expect(readAttempt(at(name), sampleChallenge)).rejects.toThrow(message);
});

test('a file that none of several can be is refused', async () => {
  await expect(readAttempt(at('a.py'), two)).rejects.toThrow('a.py is none of them');
});
