import { expect, test } from 'vitest';
import type { PageData } from '../page-data.ts';
import { renderPage } from './render-page.ts';

const shell = '<html><head><!--head--></head><body><!--body--></body></html>';

function preloadsOf(data: Pick<PageData, 'page' | 'challenge'>): string[] {
  const page = renderPage(shell, {
    title: 'T',
    description: 'D',
    body: '',
    policy: null,
    data: {
      root: '../../',
      catalog: 'content/catalog.1.json',
      slug: null,
      has: { paths: false, glossary: false },
      manifest: 'interpreter/manifest.1.json',
      ...data,
    },
  });
  return [...page.matchAll(/rel="preload" as="fetch" crossorigin href="([^"]*)"/g)].map(
    ([, href = '']) => href,
  );
}

test('a page asks early for what its script will ask for; of the interpreter only where there is one', () => {
  expect(preloadsOf({ page: 'catalog', challenge: null })).toEqual(['../../content/catalog.1.json']);
  expect(preloadsOf({ page: 'challenge', challenge: 'content/ring.1.json' })).toEqual([
    '../../content/catalog.1.json',
    '../../content/ring.1.json',
    '../../interpreter/manifest.1.json',
  ]);
});
