import { expect, test } from 'vitest';
import { adaptMarkdown } from './adapt-markdown.ts';

const lossesOf = (markdown: string) =>
  [...adaptMarkdown(markdown).losses].map(([what, details]) => [what, [...details]]);

test.each([
  [
    'a box becomes a quote, with its code inside',
    'Before.\n\n~~~~exercism/caution\nMind the `gap`:\n\n```python\n# no heading\n```\n~~~~\nAfter.',
    'Before.\n\n> **Caution**\n>\n> Mind the `gap`:\n>\n> ```python\n> # no heading\n> ```\nAfter.\n',
  ],
  [
    'links of the site become whole addresses, and its widgets words',
    '[concept: lists](/tracks/x/lists) [concept:python/sets][s]\n\n[s]: /tracks/x/sets',
    '[lists](https://exercism.org/tracks/x/lists) [sets][s]\n\n[s]: https://exercism.org/tracks/x/sets\n',
  ],
  [
    'links inside the page become words',
    '[a](#a) [`b`]() [c](https://c.example)',
    'a `b` [c](https://c.example)\n',
  ],
  ['comments and line breaks go', 'One.<br>\n<!-- two\nlines -->Three.', 'One.\nThree.\n'],
  ['marks of HTML become marks of Markdown', '2<sup>n</sup> <kbd>q</kbd> <b>b</b>', '2^n `q` **b**\n'],
  ['what looks like HTML in code stays', '`<br>` and ``a ` <td>``\n\n```\n<table>\n```', null],
  ['placeholders of a signature stay', 'Call f(<name>, <list>).', null],
  ['Windows line ends and a byte order mark go', '\uFEFF# Title\r\n\r\nText\r\n', '# Title\n\nText\n'],
  ['an unclosed fence is code to the end', '```python\n<br>\n[concept: x](/y)', null],
])('%s', (_name, markdown, expected) => {
  const { text } = adaptMarkdown(markdown);
  expect(text).toBe(expected ?? `${markdown}\n`);
});

test('a table for layout leaves its words as paragraphs, and this is said', () => {
  const markdown =
    '<table>\n<tr><td>left<br></td><td>\n\n| a |\n| - |\n| 1<br>2 |\n</td><td>right</td></tr></table>';
  expect(adaptMarkdown(markdown).text.replaceAll(/\n+/g, '\n').trim()).toBe(
    'left\n| a |\n| - |\n| 1 2 |\nright',
  );
  expect(adaptMarkdown(markdown).text).toContain('| 1 2 |\n\nright');
  expect(lossesOf(markdown)).toEqual([
    ['HTML for layout was taken out of the text; look at the page', ['<table>', '<tr>', '<td>']],
  ]);
});

test('a picture on another host becomes a link with its words, over several lines too', () => {
  const markdown =
    '![A [small] lamp\nshines.](https://x.example/a.svg) ![b][ref]\n\n[ref]: https://x.example/b.svg';
  expect(adaptMarkdown(markdown).text).toContain(
    '[Picture: A [small] lamp\nshines.](https://x.example/a.svg) [Picture: b][ref]',
  );
  expect(lossesOf(markdown)).toEqual([['Pictures on another host are shown as links', ['']]]);
});

test('other HTML is shown as text, and this is said', () => {
  expect(lossesOf('<ul><li>x</li></ul>')).toEqual([['HTML is shown as text', ['<ul>', '<li>']]]);
});
