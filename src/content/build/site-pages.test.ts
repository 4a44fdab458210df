import { expect, test } from 'vitest';
import { emptyGuide } from '../../domain/guide.ts';
import { buildSitePages } from './site-pages.ts';

const shell =
  '<html><head><!--head--><link href="./mark.svg"><script src="./assets/a.js"></script></head><body><div id="root"><!--body--></div></body></html>';
const content = {
  catalog: { tracks: [], entries: [], broken: [] },
  challenges: [],
  guide: emptyGuide,
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

test('tracks, paths and glossary have pages of their own, readable before any script', () => {
  const entry = {
    slug: 'ring',
    title: 'The <Ring>',
    summary: 'Who holds it?',
    track: 'gc',
    order: 1,
    minutes: 25,
  };
  const files = buildSitePages({
    content: {
      ...content,
      catalog: {
        tracks: [{ slug: 'gc', title: 'GC', summary: 'When objects die.', planned: [] }],
        entries: [{ ...entry, difficulty: 2, kind: 'write', concepts: [], needs: [], version: 1 }],
        broken: [],
      },
      guide: {
        introductions: { gc: '<p>Objects die.</p>' },
        paths: [{ slug: 'way', title: 'A way', summary: 'Through it.', challenges: ['ring', 'ring'] }],
        terms: [
          { slug: 'gil', name: 'GIL', words: [], html: '<p>One.</p>', text: '', see: [], taughtIn: [] },
        ],
      },
    },
    shell,
    manifestPath: 'm.json',
    frameSha256: null,
  });
  expect(files.get('tracks/gc/index.html')).toContain('<p>Objects die.</p>');
  expect(files.get('tracks/gc/index.html')).toContain('<a href="../../c/ring/">The &lt;Ring&gt;</a>');
  expect(files.get('paths/index.html')).toContain('<h2 id="way">A way</h2>');
  expect(files.get('glossary/index.html')).toContain('<h2 id="gil">GIL</h2><p>One.</p>');
  expect(files.get('index.html')).toContain('"has":{"paths":true,"glossary":true}');
});

test('a site without paths and glossary has no pages for them and does not lead there', () => {
  const files = buildSitePages({ content, shell, manifestPath: 'm.json', frameSha256: null });
  expect([...files.keys()].filter((name) => /^(paths|glossary)/.test(name))).toEqual([]);
  expect(files.get('index.html')).toContain('"has":{"paths":false,"glossary":false}');
});
