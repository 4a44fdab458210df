/** A run that damages all it can reach, and the run after it, which looks. */
import { toVerdict } from '../../../src/domain/verdict.ts';
import type { AttackGroup } from '../attack.ts';
import { listAttacks } from '../attack.ts';
import { pythonRequest, readHostile } from '../requests.ts';

const attacks = listAttacks('poison for the next run', 'poison', 'the next run finds it clean', [
  'builtins',
  'modules',
  'packs',
  'startup',
  'files',
  'environment',
  'path',
  'library',
  'collector',
  'limits',
  'threads',
  'loop',
  'signals',
  'decimal',
  'warnings',
  'hooks',
  'logging',
  'pytest',
  'judge',
  'streams',
  'folder',
]);
const call = (name: string) => `from solution import ${name}\n\ndef test_two():\n    ${name}()\n`;

export const poison: AttackGroup = {
  attacks,
  async run({ driver, servers }) {
    const run = async (file: string, name: string) =>
      driver.evaluate(
        (asked) => window.attacks.python(asked),
        pythonRequest(await readHostile(file), servers.site, { tests: call(name), seconds: 60 }),
      );
    const damaged = toVerdict((await run('poison.py', 'damage')).ending);
    if (damaged.kind !== 'crashed' || damaged.cause !== 'early-exit') {
      throw new Error(`The poison was not taken to its end: ${JSON.stringify(damaged).slice(0, 500)}`);
    }
    const { ending, stallMs } = await run('look.py', 'look');
    const output = ending.kind === 'reported' ? (ending.report.tests[0]?.stdout.text ?? '') : '';
    const found = new Map(output.split('\n').map((line) => line.split('\t') as [string, string]));
    return attacks.map(({ id }) => {
      const happened = found.get(id.replace(/^poison-/, '')) ?? `no answer: ${ending.kind}`;
      return { id, happened, isFine: happened === 'clean', stallMs };
    });
  },
};
