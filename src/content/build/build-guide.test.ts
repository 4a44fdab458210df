import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCatalog } from './read-catalog.ts';
import { sampleTracks, writeSample } from './sample-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'guide-'));
  await writeSample(root, 'good-one');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFile(path.join(root, name), text);
const messages = async () =>
  (await readCatalog(root)).catalog.broken.flatMap(({ problems }) =>
    problems.map(({ file, line, message }) => `${file}:${line} ${message}`),
  );

describe('the guide', () => {
  it('has introductions whose words lead to the glossary', async () => {
    await write(
      'tracks.toml',
      sampleTracks.replace('planned', 'introduction = "The GIL is *one*."\nplanned'),
    );
    await write('glossary.toml', '[[terms]]\nslug = "gil"\nname = "GIL"\nmeaning = "A `lock`."\n');
    const { guide } = await readCatalog(root);
    expect(guide.introductions.idioms).toContain(
      '<a href="../../glossary/#gil" class="term" title="A lock.">',
    );
    expect(guide.terms[0]).toMatchObject({
      slug: 'gil',
      words: ['GIL'],
      html: '<p>A <code>lock</code>.</p>\n',
    });
  });

  it('leaves out steps that are only planned', async () => {
    const paths =
      '\n[[paths]]\nslug = "way"\ntitle = "Way"\nsummary = "On."\nchallenges = ["good-one", "later"]\n';
    await write('tracks.toml', sampleTracks + paths);
    const { guide, catalog } = await readCatalog(root);
    expect(catalog.broken).toEqual([]);
    expect(guide.paths).toEqual([]);
  });

  it('is empty where there is neither', async () => {
    await write('tracks.toml', sampleTracks);
    expect((await readCatalog(root)).guide).toEqual({ introductions: {}, paths: [], terms: [] });
  });

  it('says where a path names what is not there', async () => {
    const paths =
      '\n[[paths]]\nslug = "way"\ntitle = "Way"\nsummary = "On."\nchallenges = ["good-one", "godo-one"]\n';
    await write('tracks.toml', sampleTracks + paths);
    expect(await messages()).toEqual([
      'tracks.toml:11 The path names "godo-one", and there is no such challenge. Did you mean "good-one"? Correct or remove it.',
    ]);
  });

  it('says what is wrong in the glossary, and keeps the rest', async () => {
    await write('tracks.toml', sampleTracks);
    await write(
      'glossary.toml',
      '[[terms]]\nslug = "a"\nname = "A"\nmeaning = "One."\nsee = ["b"]\n\n[[terms]]\nslug = "c"\nname = "C"\nmeanign = "Two."\n',
    );
    expect(await messages()).toEqual([
      'glossary.toml:7 The key "terms[2].meaning" is missing. Add it.',
      'glossary.toml:10 The key "terms[2].meanign" is not known. Did you mean "meaning"?',
      'glossary.toml:5 "see" names "b", and there is no such term. Correct or remove it.',
    ]);
    expect((await readCatalog(root)).guide.terms.map((term) => term.slug)).toEqual(['a']);
  });

  it('survives a glossary that is no TOML', async () => {
    await write('tracks.toml', sampleTracks);
    await write('glossary.toml', '[[terms]\n');
    expect((await messages())[0]).toMatch(/^glossary\.toml:1 It is not valid TOML/);
    expect((await readCatalog(root)).challenges).toHaveLength(1);
  });
});
