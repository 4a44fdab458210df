import { expect, test } from 'vitest';
import { buildSitePages } from './site-pages.ts';

const shell =
  '<html><head><!--head--><link href="./mark.svg"><script src="./assets/a.js"></script></head><body><div id="root"><!--body--></div></body></html>';
const content = {
  catalog: { tracks: [], entries: [], broken: [] },
  challenges: [],
  warnings: [],
};

test('each page finds the app from its own depth and carries the policy', () => {
  const files = buildSitePages({
    content,
    shell,
    manifestPath: 'interpreter/manifest.1.json',
    frameSha256: 'abc=',
  });
  expect(files.get('index.html')).toContain('src="./assets/a.js"');
  expect(files.get('progress/index.html')).toContain('src="../assets/a.js"');
  expect(files.get('progress/index.html')).toContain('<meta name="interleave-root" content="../">');
  expect(files.get('index.html')).toContain('sha256-abc=');
  expect(files.get('index.html')).not.toContain('unsafe-eval&#39;');
});

test('data files come before the pages that name them', () => {
  const names = [...buildSitePages({ content, shell, manifestPath: 'm.json', frameSha256: null }).keys()];
  expect(names[0]).toMatch(/^content\/catalog\.[0-9a-f]{10}\.json$/);
});

test('a shell without its places is an error that names them', () => {
  const broken = { content, shell: '<html></html>', manifestPath: 'm.json', frameSha256: null };
  expect(() => buildSitePages(broken)).toThrow('<!--head-->');
});

test('the way to the author’s page is on the pages of author mode alone', () => {
  const input = { content, shell, manifestPath: 'm.json', frameSha256: null };
  expect([...buildSitePages(input).values()].join()).not.toContain('author');
  expect(buildSitePages({ ...input, author: 'author/' }).get('index.html')).toContain('"author":"author/"');
});
