import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf } from '../licences.mjs';
import { makeFolder, writeFiles } from '../setup/scratch-project.ts';
import { unknownLicences } from './expression.mjs';
import { collectNpmPackages } from './npm-packages.mjs';
import { renderLicences } from './page.mjs';
import { readZip } from './read-zip.mjs';

test.each([
  ['MIT', []],
  ['(MPL-2.0 OR Apache-2.0)', []],
  ['MIT OR SSPL-1.0', []],
  ['MIT AND SSPL-1.0', ['SSPL-1.0']],
  ['SSPL-1.0', ['SSPL-1.0']],
  ['', ['(none)']],
])('"%s" leaves %j unknown', (expression, unknown) => {
  expect(unknownLicences(expression)).toEqual(unknown);
});

test('a work with an unknown licence, or without its text, is a problem that names it', () => {
  const work = {
    name: 'thing',
    version: '1.0',
    licence: 'MIT',
    address: '',
    texts: [{ name: 'LICENSE', text: 'words' }],
  };
  expect(problemsOf([work], true)).toEqual([]);
  expect(problemsOf([{ ...work, licence: 'SSPL-1.0' }], true)).toEqual([
    'thing 1.0: the licence SSPL-1.0 is not known here.',
  ]);
  expect(problemsOf([{ ...work, texts: [] }], true)).toEqual(['thing 1.0: no licence text comes with it.']);
});

test('follows dependencies, and leaves out what only serves development', async () => {
  const root = makeFolder();
  const described = (name: string, more = {}) =>
    JSON.stringify({ name, version: '1.0.0', license: 'MIT', ...more });
  writeFiles(root, {
    'package.json': JSON.stringify({ dependencies: { a: '1' }, devDependencies: { tool: '1' } }),
    'node_modules/a/package.json': described('a', { dependencies: { b: '1', '@types/c': '1' } }),
    'node_modules/a/LICENSE': 'a',
    'node_modules/b/package.json': described('b', { repository: { url: 'git+https://example.org/b.git' } }),
    'node_modules/b/ThirdPartyNotices.txt': 'b',
  });
  expect(await collectNpmPackages(root)).toMatchObject([
    { name: 'a', texts: [{ name: 'LICENSE', text: 'a' }] },
    { name: 'b', address: 'https://example.org/b', texts: [{ name: 'ThirdPartyNotices.txt' }] },
  ]);
});

test('reads stored and deflated files of a zip archive', () => {
  const file = path.join(makeFolder(), 'a.zip');
  execFileSync('python3', [
    '-c',
    'import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], "w") as z:\n z.writestr("s.txt", "stored")\n z.writestr("d/é.txt", "deflated" * 99, 8)',
    file,
  ]);
  const files = readZip(readFileSync(file));
  expect([...files].map(([name, read]) => [name, read().toString().slice(0, 8)])).toEqual([
    ['s.txt', 'stored'],
    ['d/é.txt', 'deflated'],
  ]);
  expect(() => readZip(Buffer.from('no archive'.repeat(9)))).toThrow('This is no zip archive.');
});

test('the page links every text and lets no markup through', () => {
  const work = {
    name: '<b>',
    version: '1',
    licence: 'MIT',
    address: 'javascript:x',
    texts: [{ name: 'LICENSE', text: 'words' }],
  };
  const files = renderLicences([{ title: 'T', intro: 'I', works: [work] }]);
  const page = files.get('index.html') ?? '';
  expect(page).toContain('&lt;b&gt;');
  expect(page).not.toContain('javascript:');
  expect(page).toContain('href="b-license.txt"');
  expect(files.get('b-license.txt')).toBe('words\n');
});
