import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCatalog } from './read-catalog.ts';
import { sampleToml, sampleTracks, writeSample } from './sample-folder.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'catalog-'));
  await writeFile(path.join(root, 'tracks.toml'), sampleTracks);
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe('a whole folder', () => {
  test('becomes a challenge', async () => {
    await writeSample(root, 'good-one');
    const { challenges, catalog, warnings } = await readCatalog(root);
    expect([...catalog.broken, ...warnings]).toEqual([]);
    expect(challenges).toHaveLength(1);
    expect(challenges[0]).toMatchObject({
      starter: [{ path: 'solution.py', text: 'x = 1\n' }],
      assets: [{ path: 'given.py', text: 'y = 1\n' }],
      hintsHtml: ['<p>one</p>\n', '<p>two</p>\n', '<p>three</p>\n'],
      mutants: [{ name: 'wrong', files: [{ path: 'solution.py', text: 'x = 3\n' }] }],
    });
  });

  test('may have several files, and a mutant holds those that differ from the solution', async () => {
    await writeSample(root, 'good-one', {
      'challenge.toml': sampleToml('good-one')
        .replace('["solution.py"]', '["solution.py", "shop/till.py"]')
        .replace('mutants/wrong.py', 'mutants/wrong'),
      'starter.py': null,
      'solution.py': null,
      'mutants/wrong.py': null,
      'starter/solution.py': 'x = 1\n',
      'starter/shop/till.py': 'y = 1\n',
      'solution/solution.py': 'x = 2\n',
      'solution/shop/till.py': 'y = 2\n',
      'mutants/wrong/shop/till.py': 'y = 3\n',
    });
    const { challenges, catalog, warnings } = await readCatalog(root);
    expect([...catalog.broken, ...warnings]).toEqual([]);
    expect(challenges[0]?.starter.map((file) => file.path)).toEqual(['solution.py', 'shop/till.py']);
    expect(challenges[0]?.mutants[0]?.files).toEqual([
      { path: 'solution.py', text: 'x = 2\n' },
      { path: 'shop/till.py', text: 'y = 3\n' },
    ]);
  });

  test('may be translated; what is not stays null', async () => {
    await writeSample(root, 'good-one', {
      'statement.zh.md': '# 标题\n\n1. 做\n',
      'hints/2.zh.md': '二\n',
      'statement.pt-BR.md': '1. Faça\n',
    });
    const { challenges, catalog, warnings } = await readCatalog(root);
    expect([...catalog.broken, ...warnings]).toEqual([]);
    expect(challenges[0]?.translations.map((item) => item.language)).toEqual(['pt-BR', 'zh']);
    expect(challenges[0]?.translations[1]).toMatchObject({
      hintsHtml: [null, '<p>二</p>\n', null],
      explanationHtml: null,
    });
    expect(challenges[0]?.translations[1]?.statementHtml).toContain('做');
  });

  test('keeps bytes, line ends and marks of its assets as they are', async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 97, 13, 10, 0, 255]);
    await writeSample(root, 'good-one', { 'assets/data.bin': bytes, 'assets/dos.txt': 'a\r\n' });
    const assets = (await readCatalog(root)).challenges[0]?.assets ?? [];
    expect(assets).toContainEqual({ path: 'data.bin', base64: Buffer.from(bytes).toString('base64') });
    expect(assets).toContainEqual({ path: 'dos.txt', base64: Buffer.from('a\r\n').toString('base64') });
  });

  test('may name its source and licence, folded below the statement, and have more hints than nine', async () => {
    const hints = Array.from({ length: 10 }, (_, index) => [`hints/${index + 1}.md`, `hint ${index + 1}`]);
    await writeSample(root, 'good-one', {
      'NOTICE.md': '# N\n\nMIT <b>licence</b>.',
      ...Object.fromEntries(hints),
    });
    const [challenge] = (await readCatalog(root)).challenges;
    expect(challenge?.statementHtml).toMatch(/<details class="notice">.*MIT &lt;b&gt;licence.*<\/details>$/s);
    expect(challenge?.hintsHtml).toHaveLength(10);
    expect(challenge?.hintsHtml.at(-1)).toContain('hint 10');
  });

  test('that is a draft may lack hints, and its words may have been written for another site', async () => {
    await writeSample(root, 'good-one', {
      'challenge.toml': `draft = true\n${sampleToml('good-one')}`,
      'hints/1.md': null,
      'hints/2.md': null,
      'hints/3.md': null,
      'statement.md': '[there](/elsewhere) ![it](/img/x.png) [next](../no-such/)\n',
    });
    const { challenges, warnings } = await readCatalog(root);
    expect(challenges[0]).toMatchObject({ slug: 'good-one', draft: true, hintsHtml: [] });
    expect(warnings[0]?.problems).toHaveLength(3);
  });

  test('may hold what editors and Python leave behind', async () => {
    await writeSample(root, 'good-one', { '.DS_Store': 'x', 'tests/__pycache__/x.pyc': 'x', '.idea/a': 'x' });
    const { catalog, warnings } = await readCatalog(root);
    expect([...catalog.broken, ...warnings]).toEqual([]);
  });
});

describe('words', () => {
  const statementOf = async (text: string, assets: Record<string, string | Uint8Array> = {}) => {
    await writeSample(root, 'good-one', { 'statement.md': text, ...assets });
    const { challenges, catalog } = await readCatalog(root);
    return { html: challenges[0]?.statementHtml ?? '', problems: catalog.broken[0]?.problems ?? [] };
  };

  test('script is shown as text, and headings begin below the page’s title', async () => {
    const { html } = await statementOf('# Title\n\n## Your task\n\n1. Do it.\n\n<script>alert(1)</script>\n');
    expect(html).toContain('<h2>Your task</h2>');
    expect(html).not.toContain('Title');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script');
  });

  test('a comment leaves no trace, in a block, in a line or over several', async () => {
    const { html } = await statementOf(
      'Look<!-- one --> here\n\n<!-- two\n\nmore -->\n\n1. Do it.\n- <!-- three -->\n',
    );
    expect(html).toContain('Look here');
    expect(html).not.toMatch(/one|two|more|three|--/);
  });

  test('code may show HTML and comments', async () => {
    const { html } = await statementOf('`<b>`\n\n```\n<!-- kept -->\n```\n');
    expect(html).toContain('&lt;b&gt;');
    expect(html).toContain('kept');
  });

  test('pictures travel inside the text', async () => {
    const { html } = await statementOf('![ring](assets/ring.svg) ![dot](assets/dot.png)\n', {
      'assets/ring.svg': '<svg/>',
      'assets/dot.png': Uint8Array.from([0x89, 0x50, 0xff]),
    });
    expect(html).toContain('src="data:image/svg+xml;base64,');
    expect(html).toContain('src="data:image/png;base64,');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:alert(1)', '//elsewhere.example/x'])(
    'a link to %s is a mistake',
    async (url) => {
      const { html, problems } = await statementOf(`1. [click](${url})`);
      expect(html).toBe('');
      expect(problems[0]?.message).toContain('leads nowhere on the page');
    },
  );
});

describe('tracks.toml', () => {
  test.each([
    ['is missing', null, /The file is missing/, null],
    ['does not parse', '[[tracks]\n', /not valid TOML/, 1],
    ['is no list', 'tracks = 1\n', /"tracks" must be a list of tables/, 1],
    ['lacks a key', '[[tracks]]\nslug = "idioms"\nsummary = "s"\n', /"tracks\[1\].title" is missing/, 1],
    ['is not UTF-8', Uint8Array.from([10, 0xe9]), /not UTF-8/, 2],
  ])('that %s is one mistake, and the challenges are there', async (_name, text, message, line) => {
    await rm(path.join(root, 'tracks.toml'));
    if (text !== null) await writeFile(path.join(root, 'tracks.toml'), text);
    await writeSample(root, 'good-one');
    const { catalog } = await readCatalog(root);
    expect(catalog.entries.map((entry) => entry.slug)).toEqual(['good-one']);
    expect(catalog.tracks.map((track) => track.title)).toEqual(['Idioms']);
    expect(catalog.broken).toHaveLength(1);
    expect(catalog.broken[0]).toMatchObject({ slug: '', problems: [{ file: 'tracks.toml', line }] });
    expect(catalog.broken[0]?.problems[0]?.message).toMatch(message);
  });

  test('with one track that is wrong keeps the others', async () => {
    const text = `${sampleTracks}\n[[tracks]]\nslug = "Bad"\ntitle = "t"\nsummary = "s"\n\n${sampleTracks}`;
    await writeFile(path.join(root, 'tracks.toml'), text);
    await writeSample(root, 'good-one');
    const { catalog } = await readCatalog(root);
    expect(catalog.tracks.map((track) => track.slug)).toEqual(['idioms']);
    expect(catalog.broken[0]?.problems.map((problem) => problem.line)).toEqual([8, 13]);
  });

  test('that is a link is not followed', async () => {
    await rm(path.join(root, 'tracks.toml'));
    await symlink('/etc/hostname', path.join(root, 'tracks.toml'));
    const { catalog } = await readCatalog(root);
    expect(catalog.broken[0]?.problems[0]?.message).toContain('symbolic link');
  });
});

describe('a folder that the disk does not give', () => {
  const refusing = (part: string, code: string) => {
    const guard = (file: string) => {
      if (file.endsWith(part)) throw Object.assign(new Error(code), { code });
    };
    return {
      lstat: async (file: string) => lstat(file),
      readdir: async (folder: string) => {
        guard(folder);
        return readdir(folder);
      },
      readFile: async (file: string) => {
        guard(file);
        return readFile(file);
      },
    };
  };

  test.each([
    ['bad-one/starter.py', 'EACCES', 'starter.py', 'permission is refused'],
    ['bad-one/challenge.toml', 'EACCES', 'challenge.toml', 'permission is refused'],
    ['bad-one/tests', 'EACCES', 'tests', 'permission is refused'],
    ['bad-one', 'EACCES', '', 'permission is refused'],
    ['bad-one/solution.py', 'ENOENT', 'solution.py', 'disappeared while it was being read'],
    ['bad-one/solution.py', 'EIO', 'solution.py', 'cannot be read (EIO)'],
  ])('%s with %s is a mistake of that folder alone', async (part, code, file, message) => {
    await writeSample(root, 'good-one');
    await writeSample(root, 'bad-one', {}, 2);
    const { catalog } = await readCatalog(root, refusing(part, code));
    expect(catalog.entries.map((entry) => entry.slug)).toEqual(['good-one']);
    expect(catalog.broken[0]?.problems[0]).toMatchObject({ file, severity: 'error' });
    expect(catalog.broken[0]?.problems[0]?.message).toContain(message);
  });

  test('what is neither a file nor a folder is not waited for', async () => {
    const folder = await writeSample(root, 'bad-one');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path.join(folder, 'assets/socket'), resolve));
    const { catalog } = await readCatalog(root);
    await new Promise((resolve) => server.close(resolve));
    expect(catalog.broken[0]?.problems[0]).toMatchObject({
      file: 'assets/socket',
      message: 'It is neither a file nor a folder. Remove it.',
    });
  });

  test('a folder that is a link is listed and not read', async () => {
    await writeSample(root, 'good-one');
    await symlink('good-one', path.join(root, 'good-two'));
    const { catalog } = await readCatalog(root);
    expect(catalog.broken).toMatchObject([{ slug: 'good-two', problems: [{ severity: 'error' }] }]);
  });

  test('a folder whose name is no slug says which name would do', async () => {
    await mkdir(path.join(root, 'My Challenge'));
    const { catalog } = await readCatalog(root);
    expect(catalog.broken[0]?.problems[0]?.message).toContain('such as "my-challenge"');
  });

  test('a root that is not there is named', async () => {
    await expect(readCatalog(path.join(root, 'nowhere'))).rejects.toThrow('There is no folder');
  });
});

test('a ring of three is found in each of them, whatever else they lean on', async () => {
  const leaning = (slug: string, on: readonly string[]) =>
    `prerequisites = ${JSON.stringify(on)}\n${sampleToml(slug)}`;
  const slugs = ['ring-a', 'ring-b', 'ring-c'];
  for (const [at, slug] of slugs.entries()) {
    const next = slugs[(at + 1) % 3] ?? '';
    await writeSample(root, slug, { 'challenge.toml': leaning(slug, ['good-one', next]) });
  }
  await writeSample(root, 'good-one');
  const { catalog } = await readCatalog(root);
  expect(catalog.entries.map((entry) => entry.slug)).toEqual(['good-one']);
  const rings = catalog.broken.flatMap((item) => item.problems.map((problem) => problem.message));
  expect(rings[0]).toContain('ring-a → ring-b → ring-c → ring-a');
  expect(rings).toHaveLength(3);
});
