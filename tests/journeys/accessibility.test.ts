import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from './find-violations.ts';
import { type Learner, openSite, type Site } from './learner.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

const violationsOf = (learner: Learner) => findViolations(learner.page);

test.each(['light', 'dark'] as const)(
  'no page breaks WCAG 2.2 AA where a machine can tell (%s)',
  async (colorScheme) => {
    // The page's own policy forbids eval, which the checker needs; the policy has its own tests.
    const learner = await site.visit({ colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
    for (const path of ['', 'progress/', 'about/']) {
      await learner.open(path);
      await learner.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await violationsOf(learner), path).toEqual([]);
    }
    await learner.openChallenge('gc-pause-log');
    expect(await violationsOf(learner), 'before a run').toEqual([]);
    await learner.run();
    await learner.seesVerdict('6 of 7 fail');
    expect(await violationsOf(learner), 'after a run').toEqual([]);
    await learner.leave();
  },
);

test('a run can be started, read and repaired with the keyboard alone', async () => {
  const learner = await site.visit();
  await learner.openChallenge('gc-pause-log');
  await learner.page.keyboard.press('Control+Enter');
  await learner.seesVerdict('6 of 7 fail');
  await learner.page.keyboard.press('F8');
  await learner.sees('expected');
  await learner.page.keyboard.press('Alt+2');
  const isInEditor = () => document.activeElement?.closest('.monaco-editor') !== null;
  await learner.page.waitForFunction(isInEditor);
  // Ctrl+M lets Tab leave: the editor is no trap.
  await learner.page.keyboard.press('Control+M');
  await learner.page.keyboard.press('Tab');
  await learner.page.waitForFunction(() => document.activeElement?.closest('.monaco-editor') === null);
  await learner.leave();
});
