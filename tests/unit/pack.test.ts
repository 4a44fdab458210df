/** Which challenges a packed site has, and what packing leaves alone. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PackOptions, packSite } from '../../authoring/pack/pack-site.ts';
import { toUnnamedWorker } from '../../src/offline/build/write-offline.ts';

const EntrySchema = v.object({ slug: v.string() });
const CatalogSchema = v.object({
  tracks: v.array(v.object({ slug: v.string(), title: v.string(), planned: v.array(v.string()) })),
  entries: v.array(EntrySchema),
});
const ChallengeSchema = v.object({
  prerequisites: v.array(v.string()),
  unlocks: v.array(v.string()),
  assumes: v.array(v.string()),
});

let scratch: string;
let options: PackOptions;

beforeEach(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'pack-'));
  const app = path.join(scratch, 'app');
  options = {
    app,
    challenges: 'challenges',
    ownChallenges: 'challenges',
    tracks: null,
    out: path.join(scratch, 'site'),
  };
  // What a build leaves: the app, and pages of other challenges that must not come along.
  await mkdir(path.join(app, 'interpreter'), { recursive: true });
  await mkdir(path.join(app, 'c/stranger'), { recursive: true });
  await cp('.cache/image/manifest.json', path.join(app, 'interpreter/manifest.json'));
  await writeFile(path.join(app, 'shell.html'), '<html><!--head--><body><!--body--></body></html>');
  await writeFile(path.join(app, 'service-worker.js'), toUnnamedWorker('// goes by the list'));
  await writeFile(path.join(app, 'index.html'), 'stranger');
  await writeFile(path.join(app, 'c/stranger/index.html'), 'stranger');
  await writeFile(path.join(app, 'mark.svg'), '<svg/>');
});

afterEach(() => rm(scratch, { recursive: true, force: true }));

async function readData<T extends v.GenericSchema>(name: string, schema: T): Promise<v.InferOutput<T>> {
  const folder = path.join(options.out, 'content');
  const file = (await readdir(folder)).find((item) => item.startsWith(`${name}.`)) ?? 'none';
  return v.parse(schema, JSON.parse(await readFile(path.join(folder, file), 'utf8')));
}

test('only the chosen tracks are in the site, and nothing points out of it', async () => {
  await packSite({ ...options, tracks: ['gc-and-memory'] });
  const { tracks, entries } = await readData('catalog', CatalogSchema);
  expect(tracks.map((track) => track.slug)).toEqual(['gc-and-memory']);
  const slugs = entries.map((entry) => entry.slug);
  expect(slugs).toContain('gc-pause-log');
  expect(tracks[0]?.planned.filter((slug) => !slugs.includes(slug))).toEqual([]);
  const challenge = await readData('gc-pause-log', ChallengeSchema);
  for (const slug of [...challenge.prerequisites, ...challenge.unlocks]) expect(slugs).toContain(slug);
  expect((await readdir(path.join(options.out, 'c'))).sort()).toEqual([...slugs].sort());
  expect(await readdir(options.out)).toEqual(expect.arrayContaining(['mark.svg', 'index.html', '404.html']));
});

test('a folder without tracks.toml gets a shelf for each track that is named', async () => {
  const lessons = path.join(scratch, 'lessons');
  await cp('challenges/min-with-key', path.join(lessons, 'min-with-key'), { recursive: true });
  await cp('challenges/min-with-key', path.join(lessons, 'my-own'), { recursive: true });
  const toml = path.join(lessons, 'my-own/challenge.toml');
  const text = await readFile(toml, 'utf8');
  await writeFile(
    toml,
    text.replace(/^slug.*/m, 'slug = "my-own"').replace(/^track.*/m, 'track = "week-one"'),
  );
  await expect(packSite({ ...options, challenges: lessons })).resolves.toEqual({ challenges: 2, tracks: 2 });
  const { tracks } = await readData('catalog', CatalogSchema);
  expect(tracks).toEqual([
    { slug: 'idioms', title: 'Python idioms', planned: ['min-with-key'] },
    { slug: 'week-one', title: 'Week one', planned: [] },
  ]);
});

test.each([
  ['a track that is not there', { tracks: ['gc-and-memory', 'cooking'] }, /no track "cooking"/],
  ['a folder that is not there', { challenges: '/nowhere/at/all' }, /no folder \/nowhere\/at\/all/],
])('%s is refused before anything is written', async (_name, change, sentence) => {
  await expect(packSite({ ...options, ...change })).rejects.toThrow(sentence);
  expect((await readdir(scratch)).sort()).toEqual(['app']);
});

test('a broken folder is named with what to do', async () => {
  const lessons = path.join(scratch, 'lessons');
  await mkdir(path.join(lessons, 'half'), { recursive: true });
  await writeFile(path.join(lessons, 'tracks.toml'), '[[tracks]]\nslug = "a"\ntitle = "A"\nsummary = "s"\n');
  await expect(packSite({ ...options, challenges: lessons })).rejects.toThrow(
    /half\/challenge\.toml: The file is missing/,
  );
  await rm(path.join(lessons, 'half'), { recursive: true });
  await expect(packSite({ ...options, challenges: lessons })).rejects.toThrow(/no challenge in/);
});

test('a place with files that packing did not make is left alone', async () => {
  await mkdir(options.out);
  await expect(packSite(options)).resolves.toMatchObject({ tracks: expect.any(Number) });
  await rm(path.join(options.out, '.interleave-pack'));
  await expect(packSite(options)).rejects.toThrow(/left alone/);
  await expect(packSite({ ...options, out: path.join(options.out, 'index.html') })).rejects.toThrow(
    /is a file/,
  );
  expect(await readdir(options.out)).toContain('index.html');
});
