import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ensureDependencies } from './dependencies.mjs';
import { makeFolder, writeFiles } from './scratch-project.ts';

const packages = {
  '': { name: 'demo' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};

test('installs once, and again when node_modules is gone or the lock file has changed', async () => {
  const root = makeProject();
  const env = { ...process.env, npm_execpath: writeNpm(root, installs) };
  expect(await ensureDependencies({ root, env })).toBe('done');
  expect(await ensureDependencies({ root, env: { npm_execpath: '/nowhere' } })).toBe('fresh');

  rmSync(path.join(root, 'node_modules'), { recursive: true });
  expect(await ensureDependencies({ root, env })).toBe('done');

  writeFiles(root, {
    'package-lock.json': JSON.stringify({
      packages: { ...packages, 'node_modules/a': { version: '1.1.0' } },
    }),
  });
  expect(await ensureDependencies({ root, env })).toBe('done');
});

test("accepts somebody's own complete installation, which may lack optional packages", async () => {
  const root = makeProject();
  const { 'node_modules/b': _, ...present } = packages;
  writeFiles(root, { 'node_modules/.package-lock.json': JSON.stringify({ packages: present }) });
  expect(await ensureDependencies({ root, env: { npm_execpath: '/nowhere' } })).toBe('fresh');
});

test('an installation that was killed counts for nothing', async () => {
  const root = makeProject();
  writeFiles(root, { 'node_modules/a/package.json': '{}' });
  const env = { ...process.env, npm_execpath: writeNpm(root, installs) };
  expect(await ensureDependencies({ root, env })).toBe('done');
});

test.each([
  [
    'npm error code ENOTFOUND',
    'There is no network, or the package index does not answer, so the npm packages cannot be fetched.',
  ],
  ['npm error code EINTEGRITY', 'A downloaded npm package does not match its hash in package-lock.json.'],
  ['npm error code ENOSPC', 'The disk is full.'],
  ['npm error something odd happened', 'npm ci failed: npm error something odd happened.'],
])('explains "%s"', async (printed, sentence) => {
  const root = makeProject();
  const npm_execpath = writeNpm(root, `console.error(${JSON.stringify(printed)}); process.exit(1);`);
  await expect(ensureDependencies({ root, env: { ...process.env, npm_execpath } })).rejects.toThrow(sentence);
});

const installs = `
import { cpSync, mkdirSync } from 'node:fs';
if (process.argv[2] !== 'ci') process.exit(1);
mkdirSync('node_modules', { recursive: true });
cpSync('package-lock.json', 'node_modules/.package-lock.json');`;

function makeProject(): string {
  const root = makeFolder();
  writeFiles(root, { 'package.json': '{}', 'package-lock.json': JSON.stringify({ packages }) });
  return root;
}

function writeNpm(root: string, body: string): string {
  const file = path.join(root, 'npm.mjs');
  writeFileSync(file, body);
  return file;
}
