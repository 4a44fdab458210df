/** What takes hours: hundreds of runs, hundreds of kills, many orders. `npm test` has a small sample of each. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkChallenge } from '../../authoring/gate.ts';
import { type GateBrowser, openGateBrowser } from '../../authoring/runtime/gate-browser.ts';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import { buildRunRequest } from '../../src/domain/run-request.ts';
import { toVerdict } from '../../src/domain/verdict.ts';

const runs = Number(process.env.INTERLEAVE_SOAK_RUNS ?? 1_000);
const orders = Number(process.env.INTERLEAVE_SOAK_ORDERS ?? 20);
const { challenges } = await readCatalog('challenges');
let browser: GateBrowser;

beforeAll(async () => {
  browser = await openGateBrowser();
});

afterAll(() => browser?.close());

function find(slug: string): Challenge {
  const challenge = challenges.find((item) => item.slug === slug);
  if (challenge === undefined) throw new Error(`The challenge ${slug} is gone; name another one here.`);
  return challenge;
}

test(`${runs} runs in one page, every third one killed in a loop`, async () => {
  const challenge = find('gc-pause-log');
  const looping = challenge.starter.map(({ path }) => ({ path, text: 'while True:\n    pass\n' }));
  const counts: Record<string, number> = {};
  for (let run = 0; run < runs; run += 1) {
    const isKilled = run % 3 === 2;
    const request = buildRunRequest(
      challenge,
      isKilled ? looping : challenge.solution,
      'all',
      isKilled ? { seconds: 1 } : {},
    );
    const { kind } = toVerdict((await browser.run(request)).ending);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const killed = Math.floor(runs / 3);
  expect(counts).toEqual({ passed: runs - killed, ...(killed === 0 ? {} : { 'timed-out': killed }) });
});

test.each(challenges.map((challenge) => [challenge.slug, challenge] as const))(
  `%s passes the gate in ${orders} orders`,
  async (_slug, challenge) => {
    for (let seed = 1; seed <= orders; seed += 1) {
      const { problems } = await checkChallenge({ ...challenge, mutants: [] }, browser.run, { seed });
      // Without its mutants the gate complains of their number only.
      expect(problems.filter((problem) => !problem.includes('mutants'))).toEqual([]);
    }
  },
);
