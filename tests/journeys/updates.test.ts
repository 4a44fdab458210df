/** A new version while somebody is at work: offered, never forced, never mixed with the one in use. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { challengeFiles, readKept, waitUntilKept } from './kept-files.ts';
import { type Learner, newLearner } from './learner.ts';
import { type MovingSite, openMovingSite, secondEdition } from './moving-site.ts';

const offer = 'A new version of Interleave is ready.';
const use = 'Reload with the new version';

let browser: Browser;
let site: MovingSite;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

afterEach(() => site?.close());

/** Somebody who has worked on the challenge, with all of it kept. */
async function settle(): Promise<Learner> {
  const learner = await newLearner(browser, site.url);
  await learner.openChallenge('min-with-key');
  await learner.seesPython();
  await waitUntilKept(learner, challengeFiles('min-with-key'));
  return learner;
}

const missing = () => site.answers.filter(({ status }) => status === 404);

test('in mid-use the old version stays whole, and the learner decides when the new one is used', async () => {
  site = await openMovingSite({ headers: true });
  const learner = await settle();
  await learner.replaceCode('while True:\n    pass\n');
  // As a program it has no time limit.
  await learner.page.keyboard.press('Control+Alt+Enter');
  await learner.page.getByRole('button', { name: /^Stop/ }).first().waitFor();

  await site.publishNext();
  site.answers.length = 0;
  const other = await learner.openTab();
  await other.openChallenge('min-with-key');
  await other.sees(offer);
  await learner.sees(offer);

  // Not during a run.
  await learner.page.getByRole('button', { name: use }).click();
  await learner.sees(/^Your code is running, so nothing was reloaded/);
  await learner.page.keyboard.press('Control+.');
  await learner.sees('Stopped by you');

  // The other tab takes it; this one goes on with its own files, those it had not loaded yet included.
  await other.page.getByRole('button', { name: use }).click();
  await other.sees(secondEdition);
  await learner.sees('Another tab uses a new version of Interleave.');
  await learner.page.getByRole('button', { name: 'More commands' }).click();
  await learner.page.getByRole('menuitem', { name: 'History of my code' }).click();
  await learner.page
    .getByRole('dialog', { name: 'History of my code' })
    .getByRole('button', { name: 'Close' })
    .last()
    .click();
  await learner.replaceCode('# typed a moment before\n');
  expect(await learner.page.getByText(secondEdition).count()).toBe(0);

  await learner.page.getByRole('button', { name: use }).click();
  await learner.sees(secondEdition);
  await learner.sees('# typed a moment before');
  expect(missing()).toEqual([]);

  // Nobody needs the old files any more.
  await expect
    .poll(
      async () => {
        await other.open('');
        await other.page.getByRole('searchbox').waitFor();
        return (await readKept(other)).builds;
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1);
  await learner.leave();
});

test('an update that breaks off is not offered, and goes on where it ended', async () => {
  site = await openMovingSite({ headers: false, base: '/deep/' });
  const learner = await settle();
  await site.publishNext();
  site.answerFirst = ({ path, response }) => {
    if (!path.startsWith('assets/ProgressPage')) return false;
    response.destroy();
    return true;
  };
  site.answers.length = 0;
  await learner.openChallenge('min-with-key');
  await expect
    .poll(() => site.answers.filter(({ path }) => path.includes('assets/')).length, { timeout: 60_000 })
    .toBeGreaterThan(5);
  const isOnItsWay = () =>
    learner.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.installing != null || registration?.waiting != null;
    });
  await expect.poll(isOnItsWay, { timeout: 60_000 }).toBe(false);
  expect(await learner.page.getByText(secondEdition).count()).toBe(0);
  expect(await learner.page.getByText(offer).count()).toBe(0);

  site.answerFirst = () => false;
  const fetched = new Set(site.answers.filter(({ status }) => status === 200).map(({ path }) => path));
  site.answers.length = 0;
  await learner.openChallenge('min-with-key');
  await learner.sees(offer);
  const again = site.answers.filter(({ path }) => path.includes('/assets/') && fetched.has(path));
  expect(again).toEqual([]);
  // What was kept of the old version is there in the new one, without a network.
  await site.goDown();
  await learner.page.getByRole('button', { name: use }).click();
  await learner.sees(secondEdition);
  await learner.seesPython();
  expect(missing()).toEqual([]);
  await learner.leave();
});
