import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeContent } from './write-content.ts';

let site: string;

beforeEach(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'site-'));
});

afterEach(() => rm(site, { recursive: true, force: true }));

const pages = (...slugs: readonly string[]) =>
  new Map([
    ['content/catalog.1.json', '{}'],
    ['index.html', slugs.join()],
    ...slugs.map((slug) => [`c/${slug}/index.html`, slug] as const),
  ]);

async function listSite(): Promise<readonly string[]> {
  const items = await readdir(site, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => path.relative(site, path.join(item.parentPath, item.name)))
    .sort();
}

test('the page of a challenge that is gone goes as well, and what is not content stays', async () => {
  await mkdir(path.join(site, 'assets'));
  await writeFile(path.join(site, 'assets/app.js'), 'app');
  await writeFile(path.join(site, 'shell.html'), 'shell');
  await writeContent(site, new Map([...pages('one', 'two'), ['content/two.9.json', '{}']]));
  expect(await listSite()).toContain('c/two/index.html');

  await writeContent(site, pages('one'));
  expect(await listSite()).toEqual([
    'assets/app.js',
    'c/one/index.html',
    'content/catalog.1.json',
    'index.html',
    'shell.html',
  ]);
  expect(await readdir(path.join(site, 'c'))).toEqual(['one']);
  expect(await readFile(path.join(site, 'index.html'), 'utf8')).toBe('one');
});
