/** Every way to get a folder wrong that reading can find: its sentence, its place, and the neighbour unharmed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCatalog } from '../../../src/content/build/read-catalog.ts';
import { sampleTracks, writeSample } from '../../../src/content/build/sample-folder.ts';
import { clashes } from './clashes.ts';
import { missingFiles } from './missing-files.ts';
import { shownAssets } from './shown-assets.ts';
import { unreadableText } from './unreadable-text.ts';
import { waysOut } from './ways-out.ts';
import { wrongMutants } from './wrong-mutants.ts';
import { wrongNeighbours } from './wrong-neighbours.ts';
import { wrongToml } from './wrong-toml.ts';
import { wrongWords } from './wrong-words.ts';

const mistakes = [
  ...missingFiles,
  ...unreadableText,
  ...wrongToml,
  ...waysOut,
  ...clashes,
  ...wrongMutants,
  ...wrongNeighbours,
  ...wrongWords,
  ...shownAssets,
];
const secret = 'what lies outside is none of our business';
let root: string;
let challenges: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'folders-'));
  challenges = path.join(root, 'challenges');
  await mkdir(challenges);
  await writeFile(path.join(challenges, 'tracks.toml'), sampleTracks);
  await writeFile(path.join(root, 'secret.txt'), secret);
  await writeSample(challenges, 'good-one');
});

afterEach(() => rm(root, { recursive: true, force: true }));

test.each(mistakes)('$name', async ({ changes = {}, after, place, says, isWarning = false }) => {
  const folder = await writeSample(challenges, 'bad-one', changes, 2);
  await after?.(folder);
  const { catalog, warnings } = await readCatalog(challenges);

  const listed = isWarning ? warnings : catalog.broken;
  const found = listed.filter(({ slug }) => slug === 'bad-one').flatMap(({ problems }) => problems);
  const lines = found.map((p) => `${p.file}${p.line === null ? '' : `:${p.line}`} ${p.message}`);
  expect(
    lines.filter((line) => line.startsWith(`${place} `) && line.includes(says)),
    lines.join('\n'),
  ).not.toEqual([]);
  expect(catalog.entries.map((entry) => entry.slug).sort()).toEqual(
    isWarning ? ['bad-one', 'good-one'] : ['good-one'],
  );
  expect(JSON.stringify([catalog, warnings])).not.toContain(secret);
});

test('there are at least forty of them, each told apart', () => {
  expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length);
  expect(mistakes.length).toBeGreaterThanOrEqual(40);
});
