import { describe, expect, test } from 'vitest';
import { type BuildList, findCompanions, isCore, isListed, parseBuildList, roleOf } from './build-list.ts';
import { hashContent } from './hash-content.ts';

const paths = [
  'index.html',
  'about/index.html',
  '404.html',
  'assets/index-Bc3coXxP.js',
  'assets/monaco-setup-BX_a7_mb.js',
  'assets/editor.worker-CX7Cj20z.js',
  'c/gc/index.html',
  'c/gc-pause/index.html',
  'content/catalog.0123456789.json',
  'content/gc.aaaaaaaaaa.json',
  'content/gc-pause.bbbbbbbbbb.json',
  'interpreter/wasm-cc36e3cab04f.bin',
  'licences/index.html',
];
const list: BuildList = { schema: 1, files: Object.fromEntries(paths.map((path) => [path, 'hash'])) };

test('the core is what every page needs: not the challenges, the interpreter, or the large editor', () => {
  expect(paths.filter(isCore)).toEqual([
    'index.html',
    'about/index.html',
    'assets/index-Bc3coXxP.js',
    'content/catalog.0123456789.json',
  ]);
});

test('a page brings its own data before itself, and one file of the editor all of it', () => {
  expect(findCompanions(list, 'c/gc/index.html')).toEqual(['content/gc.aaaaaaaaaa.json', 'c/gc/index.html']);
  expect(findCompanions(list, 'assets/editor.worker-CX7Cj20z.js')).toHaveLength(2);
  expect(findCompanions(list, 'about/index.html')).toEqual(['about/index.html']);
});

test.each([
  ['content/gc.aaaaaaaaaa.json', 'content/gc.bbbbbbbbbb.json'],
  ['interpreter/pytest-asyncio-7e368e6ce289.bin', 'interpreter/pytest-asyncio-000000000000.bin'],
  ['interpreter/manifest.0123456789abcdef.json', 'interpreter/manifest.fedcba9876543210.json'],
])('%s has the role of %s', (one, other) => {
  expect(roleOf(one)).toBe(roleOf(other));
  expect(roleOf(one)).not.toBe(one);
});

test('the worker, the shell, lists and hidden files are not listed', () => {
  const hidden = ['service-worker.js', 'shell.html', 'content/build.0.json', '.interleave-pack', 'c/.keep'];
  expect([...hidden, ...paths].filter(isListed)).toEqual(paths);
});

describe('what comes from outside', () => {
  test.each(['null', '{}', '{"schema":2,"files":{}}', '{"schema":1,"files":{"a":1}}'])(
    '%s is no list',
    (text) => {
      expect(() => parseBuildList(text)).toThrow('not the list of a build');
    },
  );

  test('a pack has the same hash packed and unpacked, and a damaged one another', async () => {
    const bytes = new TextEncoder().encode('a pack '.repeat(100));
    const packed = new Uint8Array(
      await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
    );
    expect(await hashContent(packed)).toBe(await hashContent(bytes));
    expect(await hashContent(packed.slice(0, -9))).not.toBe(await hashContent(bytes));
  });
});
