/** Records the corpus's golden output: `tsx tests/parity/record.ts PYTHON [names…]`, with a native CPython 3.14. */
import { writeFile } from 'node:fs/promises';
import { minorVersion, runNatively } from './native.ts';
import { goldenOf, readPrograms } from './program.ts';

const [python = 'python3', ...names] = process.argv.slice(2);
if ((await minorVersion(python)) !== 14) throw new Error('Golden output comes from CPython 3.14: name one.');

for (const program of await readPrograms()) {
  if (names.length > 0 && !names.includes(program.name)) continue;
  const output = await runNatively(program, python);
  if (output !== (await runNatively(program, python)))
    throw new Error(`${program.name} is not deterministic.`);
  await writeFile(goldenOf(program.name), output);
  process.stdout.write(`${program.name}\n`);
}
