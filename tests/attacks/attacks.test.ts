/** Every attack, in Chromium. The rows are what `npm run attacks` prints. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attackGroups } from './all-attacks.ts';
import type { AttackOutcome } from './attack.ts';
import { openChromium } from './driver.ts';
import { type OpenStage, openStage } from './stage.ts';

let stage: OpenStage;

beforeAll(async () => {
  stage = await openStage(openChromium);
});

afterAll(() => stage?.close());

// One page and one pool for all: a group is made as a whole, and each of its attacks is a test.
for (const { attacks, run } of attackGroups) {
  describe(attacks[0]?.group ?? '', () => {
    let outcomes: ReadonlyMap<string, AttackOutcome> = new Map();

    beforeAll(async () => {
      outcomes = new Map((await run(stage)).map((outcome) => [outcome.id, outcome]));
    });

    test.each(attacks)('$id: $attack', ({ id, expected }) => {
      const { happened, isFine } = outcomes.get(id) ?? { happened: 'not tried', isFine: false };
      expect(isFine, `${happened}\nexpected: ${expected}`).toBe(true);
    });
  });
}

test('no two attacks have one name', () => {
  const ids = attackGroups.flatMap(({ attacks }) => attacks.map(({ id }) => id));
  expect(ids).toHaveLength(new Set(ids).size);
});
