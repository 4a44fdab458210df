import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCatalog } from './read-catalog.ts';

let root: string;

const toml = `schema = 1
slug = "good-one"
title = "A good one"
track = "idioms"
order = 1
difficulty = 2
minutes = 25
summary = "Does what it says."
goal = "Say what it does."
concepts = ["words"]

[files]
editor = ["solution.py"]
visible = ["tests/test_good.py"]
hidden = ["tests/test_good_hidden.py"]

[[mutants]]
file = "mutants/wrong.py"
why = "is wrong"
`;
const whole: Record<string, string> = {
  'challenge.toml': toml,
  'statement.md':
    '# Title\n\nA story.\n\n## Your task\n\n1. Do it.\n\n```python\nprint("<b>")\n```\n\n<script>alert(1)</script>\n',
  'explanation.md': 'Because.',
  'starter.py': 'x = 1\n',
  'solution.py': 'x = 2\n',
  'tests/test_good.py': 'def test_x(): pass\n',
  'tests/test_good_hidden.py': 'def test_y(): pass\n',
  'mutants/wrong.py': 'x = 3\n',
  'hints/2.md': 'two',
  'hints/1.md': 'one',
  'assets/given.py': 'y = 1\n',
};

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'catalog-'));
  await writeFile(
    path.join(root, 'tracks.toml'),
    '[[tracks]]\nslug = "idioms"\ntitle = "Idioms"\nsummary = "s"\nplanned = ["good-one", "later"]\n',
  );
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function addFolder(slug: string, changes: Record<string, string | null> = {}): Promise<string> {
  const folder = path.join(root, slug);
  for (const [name, text] of Object.entries({ ...whole, ...changes })) {
    if (text === null) continue;
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

test('a whole folder becomes a challenge', async () => {
  await addFolder('good-one');
  const { challenges, catalog } = await readCatalog(root);
  expect(catalog.broken).toEqual([]);
  expect(challenges).toHaveLength(1);
  expect(challenges[0]).toMatchObject({
    starter: [{ path: 'solution.py', text: 'x = 1\n' }],
    assets: [{ path: 'given.py', text: 'y = 1\n' }],
    hintsHtml: ['<p>one</p>\n', '<p>two</p>\n'],
    mutants: [{ name: 'wrong', files: [{ path: 'solution.py', text: 'x = 3\n' }] }],
  });
});

test('script in a statement is shown as text, and headings begin below the page’s title', async () => {
  await addFolder('good-one');
  const html = (await readCatalog(root)).challenges[0]?.statementHtml ?? '';
  expect(html).toContain('<h2>Your task</h2>');
  expect(html).not.toContain('Title');
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toContain('<script');
});

test('source and licence stand folded below the statement, and the tenth hint comes last', async () => {
  await addFolder('good-one', { 'NOTICE.md': '# N\n\nMIT <b>licence</b>.', 'hints/10.md': 'ten' });
  const [challenge] = (await readCatalog(root)).challenges;
  expect(challenge?.statementHtml).toMatch(/<details class="notice">.*MIT &lt;b&gt;licence.*<\/details>$/s);
  expect(challenge?.hintsHtml).toEqual(['<p>one</p>\n', '<p>two</p>\n', '<p>ten</p>\n']);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:alert(1)', '//elsewhere.example/x'])(
  'a link to %s is no link',
  async (url) => {
    await addFolder('good-one', { 'statement.md': `1. [click](${url})` });
    expect((await readCatalog(root)).challenges[0]?.statementHtml).not.toContain('<a ');
  },
);

describe('a broken folder is listed with its problem and the rest works', () => {
  test.each([
    ['no challenge.toml', { 'challenge.toml': null }, 'challenge.toml', /missing/],
    ['TOML that does not parse', { 'challenge.toml': 'schema = = 1' }, 'challenge.toml', /not valid TOML/],
    [
      'a missing key',
      { 'challenge.toml': toml.replace(/title.*\n/, '') },
      'challenge.toml',
      /"title" is missing/,
    ],
    [
      'an unknown key',
      { 'challenge.toml': `surprise = 1\n${toml}` },
      'challenge.toml',
      /"surprise" is not known/,
    ],
    [
      'a wrong type',
      { 'challenge.toml': toml.replace('difficulty = 2', 'difficulty = "hard"') },
      'challenge.toml',
      /"difficulty"/,
    ],
    [
      'another slug',
      { 'challenge.toml': toml.replace('good-one', 'other') },
      'challenge.toml',
      /folder is named/,
    ],
    ['a missing test file', { 'tests/test_good.py': null }, 'tests/test_good.py', /missing/],
    ['a missing mutant', { 'mutants/wrong.py': null }, 'mutants/wrong.py', /missing/],
    [
      'a path out of the folder',
      { 'challenge.toml': toml.replace('tests/test_good.py', '../x.py') },
      'challenge.toml',
      /inside the challenge folder/,
    ],
    [
      'an unknown track',
      { 'challenge.toml': toml.replace('"idioms"', '"nowhere"') },
      'challenge.toml',
      /not in tracks.toml/,
    ],
    [
      'an unknown prerequisite',
      { 'challenge.toml': `prerequisites = ["nope"]\n${toml}` },
      'challenge.toml',
      /does not exist/,
    ],
    [
      'itself as prerequisite',
      { 'challenge.toml': `prerequisites = ["bad-one"]\n${toml}` },
      'challenge.toml',
      /ring/,
    ],
  ] as const)('%s', async (_name, changes, file, message) => {
    await addFolder('good-one');
    const text = (changes as Record<string, string | null>)['challenge.toml'];
    const renamed =
      typeof text === 'string'
        ? { 'challenge.toml': text.replace('slug = "good-one"', 'slug = "bad-one"') }
        : {};
    const fallback = text === undefined ? { 'challenge.toml': toml.replace('good-one', 'bad-one') } : {};
    await addFolder('bad-one', { ...fallback, ...changes, ...renamed });
    const { catalog } = await readCatalog(root);
    expect(catalog.entries.map((entry) => entry.slug)).toEqual(['good-one']);
    expect(catalog.broken).toHaveLength(1);
    const problems = catalog.broken[0]?.problems ?? [];
    expect(problems.map((problem) => problem.file)).toContain(file);
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
  });

  test('a problem in challenge.toml names its line', async () => {
    await addFolder('good-one', { 'challenge.toml': toml.replace('minutes = 25', 'minutes = 900') });
    const { catalog } = await readCatalog(root);
    expect(catalog.broken[0]?.problems[0]).toMatchObject({ file: 'challenge.toml', line: 7 });
  });

  test('a symbolic link is not followed', async () => {
    const folder = await addFolder('good-one');
    await symlink('/etc/hostname', path.join(folder, 'assets/link.txt'));
    const { catalog } = await readCatalog(root);
    expect(catalog.broken[0]?.problems[0]).toMatchObject({ file: 'assets/link.txt', severity: 'error' });
  });

  test('a prerequisite that is only planned is a warning', async () => {
    await addFolder('good-one', { 'challenge.toml': `prerequisites = ["later"]\n${toml}` });
    const { catalog, warnings } = await readCatalog(root);
    expect(catalog.entries).toHaveLength(1);
    expect(warnings[0]?.problems[0]?.message).toContain('planned');
  });
});
