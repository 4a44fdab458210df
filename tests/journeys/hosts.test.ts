import { afterEach, expect, test } from 'vitest';
import { openSite, type Site, solutionOf } from './learner.ts';

let site: Site | undefined;

afterEach(async () => {
  await site?.close();
  site = undefined;
});

test('a plain static host under a sub-path: one reload isolates the page, and solving works', async () => {
  site = await openSite({ headers: false, base: '/some/sub-path/' });
  const learner = await site.visit();
  await learner.openChallenge('gc-pause-log');
  expect(await learner.page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  await learner.replaceCode(solutionOf('gc-pause-log'));
  await learner.submit();
  await learner.seesVerdict('All 16 tests pass');
  learner.expectNoOtherOrigin();
});

test('no headers and no service worker: solving and stopping still work', async () => {
  site = await openSite({ headers: false });
  const learner = await site.visit({ serviceWorkers: 'block' });
  await learner.openChallenge('min-with-key');
  expect(await learner.page.evaluate(() => globalThis.crossOriginIsolated)).toBe(false);
  await learner.replaceCode('while True:\n    pass\n');
  await learner.run();
  await learner.page.getByRole('button', { name: /^Stop/ }).first().waitFor();
  await learner.page.keyboard.press('Control+.');
  await learner.seesVerdict('Stopped by you');
  await learner.replaceCode(solutionOf('min-with-key'));
  await learner.submit();
  await learner.seesVerdict(/All \d+ tests pass/);
});

test('no shared memory: a challenge that needs processes says so beforehand, and offers no Run', async () => {
  site = await openSite({ headers: false });
  const learner = await site.visit({ serviceWorkers: 'block' });
  // No challenge needs them yet: this one is made to.
  await learner.page.route('**/content/**', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('"needs":[]', '"needs":["processes"]');
    await route.fulfill({ response, body });
  });
  await learner.open('c/min-with-key/');
  await learner.sees(/^This challenge needs processes, which this browser cannot give it/);
  await learner.sees('Read only in this browser');
  expect(await learner.page.getByRole('button', { name: /^(Run|Submit)/ }).count()).toBe(0);
  await learner.open('');
  await learner.sees(/^Needs processes, which this browser lacks/);
});

test('no shared memory: a file runs as a program, asks for a line, and leads to the line that failed', async () => {
  site = await openSite({ headers: false });
  const learner = await site.visit({ serviceWorkers: 'block' });
  await learner.openChallenge('min-with-key');
  await learner.replaceCode('print(f"Hello {input(\'Who? \')}")\n1 / 0\n');
  await learner.page.keyboard.press('Control+Alt+Enter');
  await learner.page.getByRole('textbox', { name: 'A line for the program: Who?' }).waitFor();
  await learner.page.keyboard.type('Ada');
  await learner.page.keyboard.press('Enter');
  await learner.sees('solution.py ended with exit code 1');
  await learner.sees(/Hello Ada/);
  await learner.page.getByRole('button', { name: 'Go to solution.py, line 2' }).click();
  await learner.sees('Line 2, column 1');
});

test('every challenge page can be read with scripts off', async () => {
  site = await openSite();
  const learner = await site.visit({ javaScriptEnabled: false });
  await learner.open('');
  const slugs = await learner.page
    .locator('a[href*="c/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(slugs.length).toBeGreaterThanOrEqual(6);
  for (const href of slugs) {
    await learner.open(href);
    const words = await learner.page.locator('article').textContent();
    expect(words?.length ?? 0).toBeGreaterThan(500);
  }
});
