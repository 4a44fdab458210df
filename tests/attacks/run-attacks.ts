/** `npm run attacks -- [--engine chromium|firefox|webkit] [--only text] [--json FILE]`: every attack, and what came of it. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { attackGroups } from './all-attacks.ts';
import type { AttackOutcome } from './attack.ts';
import { openDriver } from './engines.ts';
import { treasure } from './groups/treasure.ts';
import { openStage } from './stage.ts';
import { printRows } from './table.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'chromium' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});

const stage = await openStage(() => openDriver(values.engine));
const rows: (AttackOutcome & {
  readonly group: string;
  readonly attack: string;
  readonly expected: string;
})[] = [];
try {
  process.stdout.write(`${stage.driver.engine}\n`);
  for (const group of attackGroups) {
    const { attacks, run } = group;
    // What was planted for the groups before it would be in the way of those after it.
    const isAsked = group === treasure || group.attacks.some(({ id }) => id.includes(values.only));
    if (!isAsked) continue;
    const outcomes = await run(stage).catch((error: unknown) => fail(attacks, error));
    const found = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    const made = attacks.map((attack) => ({
      ...attack,
      ...(found.get(attack.id) ?? { happened: 'not tried', isFine: false, stallMs: null }),
    }));
    printRows(made);
    rows.push(...made);
  }
} finally {
  await stage.close();
}
const failed = rows.filter((row) => !row.isFine).length;
if (values.json !== undefined) {
  const report = { date: new Date().toISOString(), engine: stage.driver.engine, rows };
  await writeFile(values.json, `${JSON.stringify(report, null, 1)}\n`);
}
process.stdout.write(`\n${rows.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

function fail(attacks: readonly { readonly id: string }[], error: unknown): readonly AttackOutcome[] {
  process.stdout.write(`${String(error).slice(0, 2_000)}\n`);
  return attacks.map(({ id }) => ({ id, happened: 'the group broke off', isFine: false, stallMs: null }));
}
