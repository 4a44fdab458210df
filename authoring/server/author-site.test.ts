import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, writeFiles } from '../../scripts/setup/scratch-project.ts';
import { serve } from '../../scripts/setup/serve.mjs';
import { sampleManifest } from '../../src/sandbox/host/testing/samples.ts';
import type { AuthorContent } from '../author-content.ts';
import { openAuthorSite } from './author-site.ts';

const shell = '<html><head><!--head--></head><body><!--body--></body></html>';

test('gives the page, the list of folders, and every page as the folders are now', async () => {
  const { url, folder, author } = await start();
  expect((await fetch(`${url}author`)).url).toBe(`${url}author/`);
  expect(await (await fetch(`${url}author/`)).text()).toContain('Content-Security-Policy');
  expect(await (await fetch(`${url}author/assets/a.js`)).text()).toBe('page');

  const list = await listFolders(url);
  expect(list.folders.map(({ slug, title }) => [slug, title])).toEqual([
    ['half', null],
    ['min-with-key', 'The Nearest Café'],
  ]);
  expect(list.folders[0]?.problems[0]?.file).toBe('challenge.toml');
  const data = await fetch(url + list.folders[1]?.content);
  expect(await data.json()).toMatchObject({ slug: 'min-with-key' });
  const page = await (await fetch(`${url}c/min-with-key/`)).text();
  expect(page).toContain('"author":"author/"');

  writeFiles(folder, { 'challenges/min-with-key/statement.md': '1. A new statement.\n' });
  expect(await author.refresh(['min-with-key/statement.md'])).toBeNull();
  expect(await (await fetch(`${url}c/min-with-key/`)).text()).toContain('A new statement.');
  const next = await listFolders(url);
  expect(next.revision).toBe(list.revision + 1);
  expect(next.folders[1]?.content).not.toBe(list.folders[1]?.content);
});

test('tells open pages what was saved', async () => {
  const { url, author } = await start();
  const stream = await fetch(`${url}author/changes`);
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const hear = async (part: string) => {
    while (!heard.includes(part)) heard += (await reader?.read())?.value ?? '';
  };
  await hear('"paths":[]');
  await author.refresh(['half/challenge.toml']);
  await hear('"paths":["half/challenge.toml"]');
  await reader?.cancel();
});

test('hides what the built site holds of other folders, and gives nothing from outside', async () => {
  const { url } = await start();
  expect((await fetch(`${url}c/of-yesterday/`)).status).toBe(404);
  expect((await fetch(`${url}content/of-yesterday.json`)).status).toBe(404);
  expect(await (await fetch(`${url}theme.js`)).text()).toBe('theme');
  expect((await fetch(`${url}author/..%2f..%2fsecret.txt`)).status).toBe(404);
});

async function start() {
  const folder = makeFolder();
  cpSync('challenges/min-with-key', path.join(folder, 'challenges/min-with-key'), { recursive: true });
  cpSync('challenges/tracks.toml', path.join(folder, 'challenges/tracks.toml'));
  writeFiles(folder, {
    'challenges/half/challenge.toml': 'title = ',
    'secret.txt': 'secret',
    'site/shell.html': shell,
    'site/theme.js': 'theme',
    'site/c/of-yesterday/index.html': 'old',
    'site/content/of-yesterday.json': '{}',
    'site/interpreter/manifest.json': JSON.stringify(sampleManifest),
    'page/index.html': shell,
    'page/assets/a.js': 'page',
  });
  const inFolder = (name: string) => path.join(folder, name);
  const site = inFolder('site');
  const author = await openAuthorSite({
    challengesRoot: inFolder('challenges'),
    site,
    page: inFolder('page'),
  });
  const server = await serve({ root: site, port: 0, answerFirst: author.answer });
  onTestFinished(async () => {
    author.close();
    await server.close();
  });
  return { url: server.url, folder, author };
}

async function listFolders(url: string): Promise<AuthorContent> {
  return (await fetch(`${url}author/folders.json`)).json() as Promise<AuthorContent>;
}
