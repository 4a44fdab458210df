import { expect, test } from 'vitest';
import { makeHintLadder } from './hint-ladder.ts';
import { joinDocuments } from './join-documents.ts';

test('one document keeps its headings, without its first', () => {
  expect(joinDocuments([{ heading: 'Instructions', text: '# Instructions\n\n## 1. Do\n\nit' }])).toBe(
    '## 1. Do\n\nit\n',
  );
});

test('several documents go one level down, and code stays as it is', () => {
  const parts = [
    { heading: 'First', text: '# Whatever\n\n## A\n\n```\n# comment\n```\n' },
    { heading: 'Second', text: 'Text' },
  ];
  expect(joinDocuments(parts)).toBe('## First\n\n### A\n\n```\n# comment\n```\n\n## Second\n\nText\n');
});

test('a link name that two documents use differently is told apart, wherever it is used', () => {
  const parts = [
    { heading: 'A', text: '[x] and [same]\n\n[x]: https://a.example\n[same]: https://s.example' },
    {
      heading: 'B',
      text: '[x], [words][X], [x][], `[x]`, [x](https://c.example) and [same]\n\n[x]: https://b.example\n[same]: https://s.example',
    },
  ];
  const joined = joinDocuments(parts);
  expect(joined).toContain('[x][x-2], [words][x-2], [x][x-2], `[x]`, [x](https://c.example) and [same]');
  expect(joined).toContain('[x-2]: https://b.example');
  expect(joined).toContain('[x]: https://a.example');
});

const hints = (titles: readonly string[]) =>
  `# Hints\n\n${titles.map((title) => `## ${title}\n\nabout ${title} [m]\n`).join('\n')}\n[m]: https://m.example\n`;

test.each([
  [
    ['General', '1. A'],
    ['General', '1. A'],
  ],
  [
    ['General', '1. A', '2. B', '3. C', '4. D'],
    ['General', '1. A+2. B', '3. C+4. D'],
  ],
  [
    ['1. A', '2. B', '3. C', '4. D'],
    ['1. A', '2. B+3. C', '4. D'],
  ],
])('sections of hints %j become at most three hints', (titles, expected) => {
  const ladder = makeHintLadder(hints(titles));
  const found = ladder.map((hint) =>
    [...hint.matchAll(/\*\*(.*?)\*\*/g)].map(([, title]) => title).join('+'),
  );
  expect(found).toEqual(expected);
  for (const hint of ladder) expect(hint).toContain('[m]: https://m.example');
});

test('hints without sections are one hint, and code in them is no section', () => {
  expect(makeHintLadder('# Hints\n\n- a\n\n```\n## not a section\n```\n')).toEqual([
    '- a\n\n```\n## not a section\n```\n',
  ]);
});
