import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import { sampleToml, sampleTracks, writeSample } from '../../src/content/build/sample-folder.ts';
import { findUnraisedVersions } from './find-unraised-versions.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'versions-'));
  await writeFile(path.join(root, 'tracks.toml'), sampleTracks);
  await writeSample(root, 'good-one');
});

afterEach(() => rm(root, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
  const who = [
    '-c',
    'user.name=An Author',
    '-c',
    'user.email=author@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', ['-C', root, ...who, ...args], { stdio: 'pipe' });
}

function publish(): void {
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
}

const find = async () => findUnraisedVersions(root, (await readCatalog(root)).challenges);

test('a test that changed while the version did not is told', async () => {
  publish();
  expect((await find()).size).toBe(0);
  await writeSample(root, 'good-one', { 'tests/test_good.py': 'def test_x():\n    assert True\n' });
  expect((await find()).get('good-one')).toContain(
    'tests/test_good.py changed since the published version 1.',
  );
});

test('on a branch it compares with where the branch began, committed or not', async () => {
  publish();
  git('checkout', '-q', '-b', 'work');
  await writeSample(root, 'good-one', { 'starter.py': 'x = 0\n' });
  git('commit', '-q', '-a', '-m', 'change');
  expect((await find()).get('good-one')).toContain('starter.py changed');
});

test('a raised version, another solution and a new challenge need no word', async () => {
  publish();
  await writeSample(root, 'good-one', { 'solution.py': 'x = 1 + 1\n' });
  await writeSample(root, 'good-two', { 'starter.py': 'x = 5\n' }, 2);
  expect((await find()).size).toBe(0);
  await writeSample(root, 'good-one', {
    'starter.py': 'x = 0\n',
    'challenge.toml': `version = 2\n${sampleToml('good-one')}`,
  });
  expect((await find()).size).toBe(0);
});

test('without git there is nothing to compare', async () => {
  expect((await find()).size).toBe(0);
});
