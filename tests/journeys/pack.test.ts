/** A site of somebody's own challenges, packed from a folder outside the project. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importExercism } from '../../authoring/import/exercism/import-exercism.ts';
import { packSite } from '../../authoring/pack/pack-site.ts';
import { openSite, type Site } from './learner.ts';

const example = 'tests/content/fixtures/track/exercises/practice/tide-table/.meta/example.py';
let scratch: string;
let out: string;
let site: Site;

const pack = () =>
  packSite({
    app: path.resolve('dist'),
    challenges: path.join(scratch, 'lessons'),
    ownChallenges: 'challenges',
    tracks: null,
    out,
  });

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'pack-'));
  out = path.join(scratch, 'site');
  const lessons = path.join(scratch, 'lessons');
  await mkdir(lessons);
  await writeFile(
    path.join(lessons, 'tracks.toml'),
    '[site]\ntitle = "Python by the Sea"\nintro = "For the harbour’s school."\n\n[[tracks]]\nslug = "later"\ntitle = "Later"\nsummary = "s"\n',
  );
  await importExercism({
    paths: ['tests/content/fixtures/track'],
    into: lessons,
    shelf: null,
    replace: false,
  });
  await pack();
  site = await openSite({ root: out, base: '/school/python/', headers: false });
});

afterAll(async () => {
  await site?.close();
  await rm(scratch, { recursive: true, force: true });
});

test('under a sub-path of a plain host: find a challenge, fail, solve it, read on', async () => {
  const learner = await site.visit();
  await learner.open('');
  await learner.page.getByRole('heading', { level: 1, name: 'Python by the Sea' }).waitFor();
  await learner.sees('For the harbour’s school.');
  await learner.sees('Exercism: Python');
  expect(await learner.page.locator('a[href*="c/gc-"]').count()).toBe(0);
  await learner.openChallenge('tide-table');
  await learner.sees('Source and licence');
  await learner.run();
  await learner.seesVerdict('2 of 2 fail');
  await learner.replaceCode(await readFile(example, 'utf8'));
  await learner.submit();
  await learner.seesVerdict('All 2 tests pass');
  await learner.sees('There are ways.');
  learner.expectNoOtherOrigin();
  await learner.leave();
});

test('packing again replaces the site as a whole, and nothing is left beside it', async () => {
  await writeFile(path.join(out, 'old-page.html'), 'old');
  await expect(pack()).resolves.toEqual({ challenges: 3, tracks: 1 });
  expect(await readdir(out)).not.toContain('old-page.html');
  expect((await readdir(scratch)).sort()).toEqual(['lessons', 'site']);
});
