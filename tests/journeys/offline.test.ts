/** What was visited works without a network, and nothing that is there in part is ever shown. */
import { readdir, readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { openAuthorSite } from '../../authoring/server/author-site.ts';
import { isCore, parseBuildList } from '../../src/offline/build-list.ts';
import { challengeFiles, readKept, waitUntilKept } from './kept-files.ts';
import { newLearner, solutionOf } from './learner.ts';
import { type MovingSite, openMovingSite } from './moving-site.ts';

let browser: Browser;
let site: MovingSite | undefined;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

afterEach(async () => {
  await site?.close();
  site = undefined;
});

test.each([
  ['a host with headers', { headers: true }],
  ['a plain host under a sub-path', { headers: false, base: '/some/sub-path/' }],
])('%s: after one visit the catalogue and the challenge work without a network', async (_name, options) => {
  site = await openMovingSite(options);
  const learner = await newLearner(browser, site.url);
  await learner.openChallenge('min-with-key');
  await learner.seesPython();
  await waitUntilKept(learner, challengeFiles('min-with-key'));
  await site.goDown();

  await learner.open('');
  await learner.page.getByRole('searchbox').fill('garbage collector');
  await learner.openChallenge('min-with-key');
  expect(await learner.page.evaluate(() => crossOriginIsolated)).toBe(true);
  await learner.replaceCode(solutionOf('min-with-key'));
  await learner.submit();
  await learner.seesVerdict(/All \d+ tests pass/);
  await learner.open('progress/');
  await learner.page.getByRole('heading', { level: 1 }).waitFor();

  // One that was never opened is not there, and the page says so with a way on.
  await learner.open('c/gc-pause-log/');
  await learner.sees('You are offline, and this page is not stored on this device yet.');
  await site.comeBack();
  await learner.page.getByRole('link', { name: 'Try again' }).click();
  await learner.page.getByRole('heading', { level: 1, name: /Who Stole My 40 Milliseconds/ }).waitFor();
  await learner.leave();
});

test('a visit that was cut short leaves nothing that is shown, and the next one goes on where it ended', async () => {
  site = await openMovingSite({ headers: true });
  const learner = await newLearner(browser, site.url);
  // One script of another page never arrives: the app is here, but not as a whole.
  site.answerFirst = ({ path, response }) => {
    if (!path.startsWith('assets/ProgressPage')) return false;
    response.writeHead(503).end();
    return true;
  };
  await learner.open('');
  const core = await listCore();
  const arriving = core.filter((file) => !file.startsWith('assets/ProgressPage'));
  await waitUntilKept(learner, arriving);
  await learner.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  expect((await readKept(learner)).paths).not.toContain('.kept/whole');
  await site.goDown();
  await learner.open('');
  await learner.sees('You are offline');

  site.answerFirst = () => false;
  await site.comeBack();
  site.answers.length = 0;
  await learner.open('');
  await waitUntilKept(learner, [...core, '.kept/whole']);
  const fetched = site.answers.filter(({ status }) => status === 200).map(({ path }) => path.slice(1));
  expect(fetched.filter((path) => core.includes(path)).sort()).toEqual(
    core.filter((path) => !arriving.includes(path)).sort(),
  );
  await learner.leave();
});

/** What the build that is being visited counts as its core. */
async function listCore(): Promise<readonly string[]> {
  const name = (await readdir('dist/content')).find((file) => file.startsWith('build.'));
  const { files } = parseBuildList(await readFile(`dist/content/${name}`, 'utf8'));
  return Object.keys(files).filter(isCore);
}

test('author mode at the same address serves no stale file', async () => {
  site = await openMovingSite({ headers: true });
  const learner = await newLearner(browser, site.url);
  await learner.open('');
  await waitUntilKept(learner, ['.kept/whole']);

  const author = await openAuthorSite({ challengesRoot: 'challenges', site: 'dist', page: 'dist' });
  site.answerFirst = author.answer;
  await learner.open('about/');
  // The page that an earlier site left is asked for anew, by itself.
  await learner.page.getByRole('link', { name: 'Author' }).waitFor();
  const countLeft = () =>
    learner.page
      .evaluate(
        async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length,
      )
      // The page was just being asked for anew.
      .catch(() => -1);
  await expect.poll(countLeft, { timeout: 60_000 }).toBe(0);
  await learner.open('c/min-with-key/');
  const data = await learner.page.locator('#page-data').textContent();
  expect(JSON.parse(data ?? 'null')).toMatchObject({ author: 'author/' });
  expect(
    await learner.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
  author.close();
  await learner.leave();
});
