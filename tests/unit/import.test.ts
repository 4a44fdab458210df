/** Folders in the forms of others become challenge folders that the schema takes. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importExercism } from '../../authoring/import/exercism/import-exercism.ts';
import { formatNotes } from '../../authoring/import/import-note.ts';
import { importPytest } from '../../authoring/import/pytest/import-pytest.ts';
import { createPythonReader, type PythonReader } from '../../authoring/import/pytest/python-reader.ts';
import { readCatalog } from '../../src/content/build/read-catalog.ts';

const track = 'tests/content/fixtures/track';
const project = 'tests/content/fixtures/project';
let scratch: string;
let into: string;

beforeEach(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'import-'));
  into = path.join(scratch, 'mine');
});

afterEach(() => rm(scratch, { recursive: true, force: true }));

const take = (paths: readonly string[], replace = false) =>
  importExercism({ paths, into, shelf: null, replace });

describe('an Exercism track', () => {
  test('becomes whole challenges on a shelf of its own', async () => {
    const report = await take([track]);
    expect(report.imported).toEqual(['lighthouse-keeper', 'tide-table', 'ferry-line-2']);
    expect(report.refused).toEqual([
      { slug: 'without-example', why: expect.stringContaining('no example solution') },
    ]);

    const { catalog, challenges, warnings } = await readCatalog(into);
    expect([catalog.broken, warnings]).toEqual([[], []]);
    expect(catalog.tracks).toMatchObject([{ slug: 'exercism-python', title: 'Exercism: Python' }]);
    expect(challenges).toMatchObject([
      {
        slug: 'lighthouse-keeper',
        draft: true,
        order: 1,
        difficulty: 2,
        summary: 'Blink for the ships.',
        concepts: ['signal lamps'],
        prerequisites: [],
        assumes: ['candles'],
        assets: [{ path: 'lamps_data.py' }],
        visibleTests: [{ path: 'lighthouse_keeper_test.py' }],
      },
      {
        slug: 'tide-table',
        title: 'The Tide Table of the Very Small Harbour at…',
        summary: 'Print the "highest" tide of the day.',
        difficulty: 4,
        prerequisites: ['lighthouse-keeper'],
        starter: [{ path: 'tide_table.py' }],
        visibleTests: [{ path: 'tide_table_test.py' }],
        assets: [{ path: 'test_utils.py' }, { path: 'tides.csv' }],
        sources: expect.arrayContaining(['https://example.org/tides', 'A calendar on the wall']),
      },
      {
        slug: 'ferry-line-2',
        starter: [{ path: 'ferry.py' }, { path: 'harbour/pier.py', text: '' }],
        solution: [
          { path: 'ferry.py', text: expect.stringContaining('board') },
          { path: 'harbour/pier.py', text: expect.stringContaining('let_on') },
        ],
      },
    ]);
  });

  test('brings its pages, hints, source and licence along', async () => {
    await take([track]);
    const [keeper, tide, ferry] = (await readCatalog(into)).challenges;
    const statement = keeper?.statementHtml ?? '';
    expect(statement).toMatch(
      /<h2>Introduction<\/h2>.*<blockquote>.*<h2>Instructions<\/h2>.*<h3>1\. Blink<\/h3>/s,
    );
    expect(statement).toContain('<a href="https://example.org/lamps" rel="noreferrer noopener">pattern</a>');
    expect(statement).toContain('<a href="https://example.org/blink" rel="noreferrer noopener">book</a>');
    expect(statement).toMatch(
      /<details.*tracks\/python\/exercises\/lighthouse-keeper.*hanna-keeper.*Harbour Licence/s,
    );
    expect(statement).not.toMatch(/prettier-ignore|exercism\/note|&lt;br/);
    expect(keeper?.hintsHtml).toHaveLength(3);
    expect(keeper?.hintsHtml[0]).toContain('https://example.org/manual');
    expect(keeper?.explanationHtml).toContain('A lamp repeats its pattern.');
    expect(tide?.statementHtml).toContain('Notes for Python');
    expect(tide?.explanationHtml).toMatch(/There are ways.*<h2>With <code>max<\/code><\/h2>/s);
    expect(ferry?.statementHtml).toMatch(/retired.*<strong>zwölf<\/strong>/s);
  });

  test('what has no place is told, each kind once', async () => {
    const { notes } = await take([track]);
    const lines = formatNotes(notes);
    expect(lines).toContain('Keys of .meta/config.json without a counterpart: lighthouse-keeper (icon)');
    expect(lines).toContain('Files without a place in a challenge: .meta/template.j2: tide-table');
    expect(lines).toContain('Files without a place in a challenge: .approaches/*/snippet.txt: tide-table');
    expect(lines).toContain('Pictures on another host are shown as links: lighthouse-keeper');
    expect(lines).toContain('Marked as deprecated by its track: ferry-line-2');
    expect(new Set(lines).size).toBe(lines.length);
  });
});

test('exercises that the track lists and does not have are named', async () => {
  const copy = path.join(scratch, 'track');
  await cp(track, copy, { recursive: true });
  await rm(path.join(copy, 'exercises/practice/tide-table'), { recursive: true });
  expect((await take([copy])).remarks).toContain('The track lists exercises that are not there: tide-table.');
});

test('a single exercise finds its track, and what it builds on is said in words', async () => {
  await take([`${track}/exercises/practice/tide-table`]);
  const [tide] = (await readCatalog(into)).challenges;
  expect(tide).toMatchObject({ order: 2, prerequisites: [], assumes: ['signal lamps', 'candles'] });
});

test('a folder that is there already stays, unless an import made it and it may be replaced', async () => {
  const place = path.join(into, 'tide-table');
  await mkdir(place, { recursive: true });
  await writeFile(path.join(place, 'mine.txt'), 'precious');
  const exercise = [`${track}/exercises/practice/tide-table`];
  expect((await take(exercise)).refused[0]?.why).toContain('a folder of this name already');
  expect((await take(exercise, true)).refused[0]?.why).toContain('no import made');
  expect(await readdir(place)).toEqual(['mine.txt']);

  await rm(place, { recursive: true });
  expect((await take(exercise)).imported).toEqual(['tide-table']);
  await writeFile(path.join(place, 'old.txt'), '');
  expect((await take(exercise)).imported).toEqual([]);
  expect((await take(exercise, true)).imported).toEqual(['tide-table']);
  expect(await readdir(place)).not.toContain('old.txt');
  expect((await readdir(into)).sort()).toEqual(['tide-table', 'tracks.toml']);
});

test('tracks.toml keeps its own words and gets the shelf once', async () => {
  await mkdir(into);
  await writeFile(
    path.join(into, 'tracks.toml'),
    '# mine\n[[tracks]]\nslug = "a"\ntitle = "A"\nsummary = "s"',
  );
  await take([track]);
  await take([track], true);
  const text = await readFile(path.join(into, 'tracks.toml'), 'utf8');
  expect(text.startsWith('# mine\n[[tracks]]\nslug = "a"')).toBe(true);
  expect(text.match(/\[\[tracks\]\]/g)).toHaveLength(2);
});

test('links out of the folder are not followed, and broken exercises do not stop the others', async () => {
  const copy = path.join(scratch, 'track');
  await cp(track, copy, { recursive: true });
  await writeFile(path.join(scratch, 'secret.txt'), 'secret');
  const practice = path.join(copy, 'exercises/practice');
  await symlink(path.join(scratch, 'secret.txt'), path.join(practice, 'tide-table/secret.txt'));
  await symlink(scratch, path.join(practice, 'elsewhere'));
  await writeFile(
    path.join(practice, 'ferry-line-2/.meta/config.json'),
    '{ "files": { "solution": ["../../x.py"] } }',
  );
  await writeFile(
    path.join(copy, 'exercises/concept/lighthouse-keeper/.meta/config.json'),
    '{ "authors": 3 }',
  );
  const report = await take([copy, path.join(scratch, 'nowhere')]);
  expect(report.imported).toEqual(['tide-table']);
  expect(report.remarks.join()).toContain('There is no folder');
  expect(report.remarks).toContain(
    'exercises/practice/elsewhere is no folder with .meta/ in it, so it was passed over.',
  );
  const whys = Object.fromEntries(report.refused.map(({ slug, why }) => [slug, why]));
  expect(whys['ferry-line-2']).toContain('no example solution');
  expect(whys['lighthouse-keeper']).toContain('"authors" should be Array');
  expect(formatNotes(report.notes)).toContain(
    'Files that are not read: tide-table (secret.txt, a symbolic link)',
  );
  // Its teacher is not there, so it is no prerequisite either.
  expect((await readCatalog(into)).challenges[0]).toMatchObject({
    prerequisites: [],
    assumes: ['signal lamps', 'candles'],
  });
});

describe('a folder with code and tests', () => {
  let reader: PythonReader;

  beforeAll(async () => {
    reader = await createPythonReader();
  });

  test('becomes a draft whose bodies are taken out', async () => {
    const report = await importPytest({ folder: project, into, shelf: null, replace: false, reader });
    expect(report.imported).toEqual(['project']);
    expect(report.remarks.join('\n')).toContain('mutants/: at least five');
    const { catalog, challenges } = await readCatalog(into);
    expect(catalog.broken).toEqual([]);
    const [draft] = challenges;
    expect(draft).toMatchObject({
      draft: true,
      starter: [{ path: 'kettle/heating.py' }],
      visibleTests: [{ path: 'tests/test_kettle.py' }],
    });
    expect(draft?.assets.map((file) => file.path).sort()).toEqual([
      'amounts.py',
      'kettle/__init__.py',
      'kettle/numbers.py',
      'tests/amounts.py',
      'tests/conftest.py',
    ]);
    const starter = draft?.starter[0]?.text ?? '';
    expect(starter).toContain('return functools.lru_cache(maxsize=most)');
    expect(starter).toContain(
      '"""Minutes until so much water is warmer by so many degrees."""\n    raise NotImplementedError\n',
    );
    expect(starter).toContain('    def is_empty(self): raise NotImplementedError\n');
    expect(starter).not.toMatch(/4186|self\.litres/);
    expect(draft?.statementHtml).toMatch(/Somebody wants tea.*<ol>.*minutes\(litres, \*, degrees=80\)/s);
    expect(formatNotes(report.notes)).toEqual(
      expect.arrayContaining([
        'Bodies that stay, since the module calls them while it is imported: project (remember in kettle/heating.py)',
      ]),
    );
  });

  test('without tests, or whose code Python cannot read, is refused with the reason', async () => {
    const folder = path.join(scratch, 'Half Done');
    await mkdir(folder);
    await writeFile(path.join(folder, 'a.py'), 'def f(:\n');
    const report = await importPytest({ folder, into, shelf: null, replace: false, reader });
    expect(report.refused).toEqual([
      { slug: 'half-done', why: expect.stringMatching(/a\.py: .*line 1.*no test/) },
    ]);
  });
});
