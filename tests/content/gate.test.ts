/** Every challenge through the gate, in real Chromium, through the product's own sandbox. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkChallenge } from '../../authoring/gate.ts';
import { type GateBrowser, openGateBrowser } from '../../authoring/runtime/gate-browser.ts';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import type { Challenge } from '../../src/domain/challenge.ts';

const { challenges, catalog } = await readCatalog('challenges');
let browser: GateBrowser;

beforeAll(async () => {
  browser = await openGateBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('no challenge folder is broken', () => {
  expect(catalog.broken).toEqual([]);
  expect(challenges.length).toBeGreaterThanOrEqual(6);
});

describe('the gate', () => {
  test.each(challenges.map((challenge) => [challenge.slug, challenge] as const))(
    '%s',
    async (_slug, challenge) => {
      const result = await checkChallenge(challenge, browser.run);
      expect(result.problems).toEqual([]);
    },
  );
});

describe('the gate itself can fail', () => {
  const sample = (): Challenge => {
    const found = challenges.find((challenge) => challenge.slug === 'min-with-key');
    if (found === undefined) throw new Error('The sample challenge is gone; name another one here.');
    return found;
  };

  test('a starter that solves everything is refused', async () => {
    const challenge = { ...sample(), starter: sample().solution, mutants: [] };
    const { problems } = await checkChallenge(challenge, browser.run);
    expect(problems).toContain('The starter passes every test, so nothing is left to solve.');
  });

  test('a draft is only warned about what its shape lacks', async () => {
    const challenge = { ...sample(), draft: true, timeoutSeconds: 120, mutants: [], hintsHtml: [] };
    const { problems, warnings, runs } = await checkChallenge(challenge, browser.run);
    expect(problems).toEqual([]);
    expect(warnings.join('\n')).toContain('There are 0 mutants');
    expect(runs).toBe(4);
  });

  test('a mutant that equals the solution survives, and the gate says so', async () => {
    const mutant = { name: 'twin', why: 'none', kills: [], files: sample().solution };
    const { problems } = await checkChallenge({ ...sample(), mutants: [mutant] }, browser.run);
    expect(problems.join('\n')).toContain('The mutant twin survives');
  });

  test('a solution that is wrong is refused, with the red tests', async () => {
    const { problems } = await checkChallenge({ ...sample(), solution: sample().starter }, browser.run);
    expect(problems.join('\n')).toContain('The solution must pass every test');
  });
});
