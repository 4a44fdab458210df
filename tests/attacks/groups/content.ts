/** A hostile challenge folder, on the app's own pages. */
import type { Attack, AttackGroup, AttackOutcome, Stage } from '../attack.ts';
import { listAttacks } from '../attack.ts';
import { trapSlug } from '../content/trap-site.ts';
import { markdownTraps } from '../content/traps.ts';
import { clickRun, describeApp, goTo, pressEveryLink } from '../page/app-actions.ts';

const group = 'a hostile challenge folder';
const expected = 'words on the page; no script runs, nothing reaches a server, the page stays';
const markdown = listAttacks(group, 'md', expected, Object.keys(markdownTraps('http://stranger.invalid/')));
const words = listAttacks(group, 'words', expected, [
  'in-title-and-summary',
  'in-catalogue',
  'in-list-of-mistakes',
  'in-page-data',
]);
const outputs = listAttacks(group, 'output', expected, ['of-tests']);

export const content: AttackGroup = {
  attacks: [...markdown, ...words, ...outputs],
  async run(stage) {
    const { driver, servers } = stage;
    const { home } = servers.site;
    servers.takeHits();
    await goTo(driver, `${home}site/c/${trapSlug}/`);
    await driver.evaluate(pressEveryLink, null);
    const challenge = await look(stage, markdown, 'Trap "><img');
    const title = await look(stage, words.slice(0, 1), 'Trap "><img');
    const isRun = await driver.evaluate(clickRun, null);
    const output = await look(stage, outputs, 'stdout <img src=x');

    await goTo(driver, `${home}site/`);
    const catalogue = await look(stage, words.slice(1), 'Trap "><img');
    return [
      ...challenge,
      ...title,
      ...catalogue,
      ...output.map((row) => (isRun ? row : { ...row, happened: 'the run gave no results', isFine: false })),
    ];
  },
};

/** @param mark something that stands on the page when the traps are there at all */
async function look(
  { driver, servers }: Stage,
  attacks: readonly Attack[],
  mark: string,
): Promise<AttackOutcome[]> {
  const app = await driver.evaluate(describeApp, mark);
  const hits = servers.takeHits();
  return attacks.map(({ id }) => {
    const own = hits.paths.filter((path) => path === `/hit/${id}`);
    const problems = [
      app.isShown ? null : 'the page does not show it',
      app.taken.length > 0 ? `script has run: ${app.taken.join(', ')}` : null,
      own.length > 0 ? `the server was asked for ${own.join(', ')}` : null,
      hits.connections > 0 ? `${hits.connections} connections to a stranger` : null,
      ...app.strange,
    ].filter((problem) => problem !== null);
    return {
      id,
      happened: problems.length === 0 ? 'shown as words' : problems.join('; '),
      isFine: problems.length === 0,
      stallMs: null,
    };
  });
}
