import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Learner, openSite, type Site, solutionOf } from './learner.ts';

let site: Site;
let learner: Learner;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

beforeEach(async () => {
  learner = await site.visit();
});

afterEach(async () => {
  learner.expectNoOtherOrigin();
  await learner.leave();
});

test('from a cold start: find a challenge, solve it, submit it, read the explanation', async () => {
  await learner.open('');
  await learner.page.getByRole('searchbox').fill('garbage collector');
  await learner.page
    .getByRole('link', { name: /Who Stole My 40 Milliseconds/ })
    .last()
    .click();
  await learner.page.waitForURL('**/c/gc-pause-log/');
  await learner.openChallenge('gc-pause-log');
  await learner.replaceCode(solutionOf('gc-pause-log'));
  await learner.run();
  await learner.seesVerdict('All 7 visible tests pass');
  await learner.submit();
  await learner.seesVerdict('All 16 tests pass');
  await learner.page.getByRole('heading', { name: 'What you just built' }).waitFor();
  await learner.page.getByRole('heading', { name: 'Yours and the reference' }).waitFor();

  await learner.open('');
  await learner.sees(/1 of \d+ solved/);
});

test('fail, read the failure, repair it', async () => {
  await learner.openChallenge('gc-pause-log');
  await learner.run();
  await learner.seesVerdict('6 of 7 fail');
  await learner.sees('expected');
  await learner.sees('yours');
  await learner.replaceCode(solutionOf('gc-pause-log'));
  await learner.run();
  await learner.seesVerdict('All 7 visible tests pass');
  await learner.sees('6 newly passing');
});

test('what was typed is there after a reload', async () => {
  await learner.openChallenge('min-with-key');
  await learner.replaceCode('# a thought worth keeping\n');
  await learner.page
    .getByText(/^Saved/)
    .first()
    .waitFor();
  await learner.page.reload();
  await learner.sees('# a thought worth keeping');
});

test('Stop ends an endless loop and the next run works', async () => {
  await learner.openChallenge('min-with-key');
  await learner.replaceCode('while True:\n    pass\n');
  await learner.run();
  await learner.page.getByRole('button', { name: /^Stop/ }).first().waitFor();
  await learner.page.keyboard.press('Control+.');
  await learner.seesVerdict('Stopped by you');
  await learner.replaceCode(solutionOf('min-with-key'));
  await learner.run();
  await learner.seesVerdict(/visible tests pass/);
});

test('code that does not parse is shown with its line and what to do', async () => {
  await learner.openChallenge('min-with-key');
  await learner.replaceCode('def nearest(:\n');
  await learner.run();
  await learner.seesVerdict('Your code does not load');
  await learner.sees('Python cannot read line 1 of solution.py.');
});

test('hints come one at a time', async () => {
  await learner.openChallenge('min-with-key');
  const hints = learner.page.getByRole('region', { name: 'Hints' });
  const shown = hints.locator('> ol > li');
  await hints.getByRole('button', { name: 'Show hint 1 of 3' }).click();
  await shown.first().waitFor();
  expect(await shown.count()).toBe(1);
  await hints.getByRole('button', { name: 'Show hint 2 of 3' }).click();
  await hints.getByRole('button', { name: 'Show hint 3 of 3' }).waitFor();
  expect(await shown.count()).toBe(2);
  // What was shown stays shown.
  await learner.page.reload();
  await hints.getByRole('button', { name: 'Show hint 3 of 3' }).waitFor();
  expect(await shown.count()).toBe(2);
});

test('Reset brings the starter back and can be undone', async () => {
  await learner.openChallenge('min-with-key');
  await learner.replaceCode('# mine\n');
  await learner.page.getByRole('button', { name: 'More commands' }).click();
  await learner.page.getByRole('menuitem', { name: /Reset to the starter/ }).click();
  await learner.sees('The starter is back.');
  await learner.page.getByRole('button', { name: 'Undo' }).click();
  await learner.sees('# mine');
});

test('brings back the code of an earlier run', async () => {
  await learner.openChallenge('min-with-key');
  await learner.replaceCode(solutionOf('min-with-key'));
  await learner.run();
  await learner.seesVerdict(/visible tests pass/);
  await learner.replaceCode('# a worse idea\n');
  await learner.run();
  await learner.seesVerdict(/does not load|fail/);
  await learner.page.getByRole('button', { name: 'More commands' }).click();
  await learner.page.getByRole('menuitem', { name: 'History of my code' }).click();
  const history = learner.page.getByRole('dialog', { name: 'History of my code' });
  // The present code is the newest copy; the one that would change something is offered.
  await history.getByRole('radio', { name: /today.*Run: (\d+) of \1 passed/, checked: true }).waitFor();
  await history.getByRole('button', { name: 'Bring this back' }).click();
  await learner.sees('The editor shows an earlier copy.');
  await learner.run();
  await learner.seesVerdict(/visible tests pass/);
  await learner.page.getByRole('button', { name: 'Undo' }).click();
  await learner.sees('# a worse idea');
});

describe('two tabs on one challenge', () => {
  test('neither overwrites the other, even when one was asleep', async () => {
    await learner.openChallenge('min-with-key');
    const other = await learner.openTab();
    // As with a tab the browser had frozen: it never heard of the other's save.
    await other.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    await other.openChallenge('min-with-key');
    await learner.type('# from the first tab ');
    await learner.seesSaved();
    await other.type('# from the second tab ');
    await other.sees('Another tab saved this challenge too.');
    expect(await other.text()).toContain('# from the second tab');
    expect(await learner.text()).toContain('# from the first tab');
    await other.page.getByRole('button', { name: 'Take the other one' }).click();
    await other.sees('# from the first tab');
  });
});

describe('text that is hard to show', () => {
  test.each([
    ['Windows line ends', 'x = 1\r\ny = (\r\n', /line 2\b/i],
    [
      'emoji and right-to-left text',
      'print("🧵 שלום")\nraise ValueError("مرحبا 🧶")\n',
      /ValueError: مرحبا 🧶/,
    ],
    ['a line of 100,000 characters', `x = "${'a'.repeat(100_000)}"\nraise KeyError(x)\n`, /KeyError: 'aaa/],
    [
      'a file of a megabyte',
      `${'# padding to make it long\n'.repeat(40_000)}raise OSError("late")\n`,
      /OSError: late/,
    ],
  ])('%s', async (_name, text, shown) => {
    await learner.openChallenge('min-with-key');
    await learner.replaceCode(text);
    await learner.run();
    await learner.seesVerdict('Your code does not load');
    await learner.page.locator('#pane-results').getByText(shown).first().waitFor();
  });
});
