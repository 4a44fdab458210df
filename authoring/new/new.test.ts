import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import { createChallenge } from '../commands/new.ts';
import { newKinds } from './challenge-kinds.ts';
import { completeAnswers } from './complete-answers.ts';

let root: string;
let lines: string[];
const say = (line: string) => void lines.push(line);

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'new-'));
  lines = [];
});

afterEach(() => rm(root, { recursive: true, force: true }));

test.each(newKinds.map(({ name }) => name))(
  '%s: a folder that the schema accepts, every file with a comment',
  async (kind) => {
    const dir = path.join(root, 'mine');
    expect(await createChallenge(['my-first', '--kind', kind, '--dir', dir], say), lines.join('\n')).toBe(0);
    const { catalog, challenges, warnings } = await readCatalog(dir);
    expect(catalog.broken).toEqual([]);
    expect(challenges[0]).toMatchObject({
      slug: 'my-first',
      title: 'My first',
      track: 'first-track',
      order: 1,
    });
    expect(challenges[0]?.statementHtml).not.toContain('TODO(author)');

    // The warnings are the list of what is left to do: every file of the folder is on it, and nothing else.
    const problems = warnings.find(({ slug }) => slug === 'my-first')?.problems ?? [];
    const files = (await readdir(path.join(dir, 'my-first'), { recursive: true, withFileTypes: true }))
      .filter((item) => item.isFile())
      .map((item) => path.relative(path.join(dir, 'my-first'), path.join(item.parentPath, item.name)))
      .filter((file) => !file.endsWith('stand_in.py'));
    expect(problems.every((problem) => problem.message.startsWith("The template's words"))).toBe(true);
    expect([...new Set(problems.map((problem) => problem.file))].sort()).toEqual(files.sort());
  },
);

test('the next one of a track takes the next place, and what lies beside the folders stays', async () => {
  await createChallenge(['one', '--dir', root], say);
  await writeFile(
    path.join(root, 'tracks.toml'),
    '[[tracks]]\nslug = "first-track"\ntitle = "Mine"\nsummary = "s"\n',
  );
  expect(
    await createChallenge(['two', '--dir', root, '--track', 'first-track', '--title', 'The Second'], say),
  ).toBe(0);
  const { catalog } = await readCatalog(root);
  expect(catalog.entries.map(({ slug, order }) => [slug, order])).toEqual([
    ['one', 1],
    ['two', 2],
  ]);
  expect(catalog.tracks[0]?.title).toBe('Mine');
  expect(catalog.entries[1]?.title).toBe('The Second');
});

test('what is there is never overwritten', async () => {
  await createChallenge(['one', '--dir', root], say);
  await writeFile(path.join(root, 'one/statement.md'), 'mine');
  expect(await createChallenge(['one', '--dir', root, '--kind', 'class'], say)).toBe(1);
  expect(lines.join('\n')).toContain('nothing of it was touched');
  expect(await readFile(path.join(root, 'one/statement.md'), 'utf8')).toBe('mine');
});

test.each([
  [[], 'Name the slug'],
  [['Lost Update'], 'Try "lost-update"'],
  [['../up'], 'Try "up"'],
  [['a', 'b'], 'Give one slug'],
  [['a', '--kind', 'functoin'], 'Did you mean "function"?'],
  [['a', '--title', 'x'.repeat(46)], 'at most 45 characters'],
])('%j is refused with the way out, and nothing is written', async (args, message) => {
  await expect(createChallenge([...args, '--dir', root], say)).rejects.toThrow(message);
  expect(await readdir(root)).toEqual([]);
});

test('an unknown track is refused when there are tracks', async () => {
  await createChallenge(['one', '--dir', root], say);
  const attempt = createChallenge(['two', '--dir', root, '--track', 'first-trak'], say);
  await expect(attempt).rejects.toThrow('Did you mean "first-track"?');
});

test('a person is asked for what is missing, and may try again', async () => {
  const answers = ['No Slug', 'my-slug', 'A Title', '', ''];
  const asked: string[] = [];
  const found = await completeAnswers({}, [], async (question) => {
    asked.push(question);
    return answers.shift() ?? '';
  });
  expect(found).toMatchObject({
    slug: 'my-slug',
    title: 'A Title',
    track: 'first-track',
    kind: { name: 'function' },
  });
  expect(asked).toHaveLength(5);
});

test('a person is not asked for what was given', async () => {
  const given = { slug: 'a', title: 'T', kind: 'class', track: 'x' };
  const found = await completeAnswers(given, [], () => Promise.reject(new Error('asked')));
  expect(found).toMatchObject({ slug: 'a', kind: { name: 'class' } });
});
