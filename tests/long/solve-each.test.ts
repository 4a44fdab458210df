/**
 * Every challenge solved once in the page itself: opened, an answer pasted, submitted, the explanation read. The answer
 * is the reference, or with INTERLEAVE_ANSWERS what somebody else wrote: `<folder>/<slug>/<file>`, where there is one.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import { type Learner, openSite, type Site } from '../journeys/learner.ts';

const { challenges } = await readCatalog('challenges');
/** A challenge with processes boots several interpreters first. */
const patience = 240_000;
let site: Site;
let learner: Learner;

beforeAll(async () => {
  // Else this page has to learn to open each.
  expect(several?.map((challenge) => challenge.slug)).toEqual([]);
  site = await openSite();
});
afterAll(() => site?.close());

beforeEach(async () => {
  learner = await site.visit();
  learner.page.setDefaultTimeout(patience);
});
afterEach(async () => {
  learner.expectNoOtherOrigin();
  await learner.leave();
});

const [single, several] = [true, false].map((isSingle) =>
  challenges.filter((challenge) => (challenge.solution.length === 1) === isSingle),
);

test.each(single?.map((challenge) => [challenge.slug, challenge] as const) ?? [])(
  '%s is solved in the page, and fails with its starter before',
  async (slug, challenge) => {
    await learner.openChallenge(slug);
    await learner.submit();
    await learner.seesVerdict(/ fails?\b|Nothing has changed/);
    await learner.replaceCode(await readAnswer(challenge));
    await learner.submit();
    await learner.seesVerdict(/^All \d+ tests pass/);
    await learner.page.getByRole('heading', { name: 'Yours and the reference' }).waitFor();
  },
);

async function readAnswer({ slug, solution }: Challenge): Promise<string> {
  const [file] = solution;
  const folder = process.env.INTERLEAVE_ANSWERS;
  if (file === undefined || folder === undefined) return file?.text ?? '';
  return readFile(path.join(folder, slug, file.path), 'utf8').catch(() => file.text);
}
