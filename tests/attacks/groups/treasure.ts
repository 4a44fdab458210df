/** What the app keeps, after everything above. The stage has planted it. */
import type { AttackGroup } from '../attack.ts';

const attack = {
  id: 'app-state',
  group: 'the app’s state after all of these',
  attack: 'all attacks so far',
  expected:
    'local and session storage, cookies, caches, databases and service workers are as they were planted',
};

export const treasure: AttackGroup = {
  attacks: [attack],
  async run({ driver, planted }) {
    const found = await driver.evaluate(() => window.attacks.readTreasure(), null);
    await driver.evaluate(() => window.attacks.forgetTreasure(), null);
    return [
      {
        id: attack.id,
        happened: found === planted ? 'unchanged' : `${planted} became ${found}`,
        isFine: found === planted,
        stallMs: null,
      },
    ];
  },
};
