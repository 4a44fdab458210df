/** `npm run bad-programs -- [--only text] [--json FILE]`: every bad program, and what became of it. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { badPrograms } from './all-programs.ts';
import { type Outcome, openProgramPage } from './open-page.ts';

/** What a run may take beyond its limit, and what the page may stand still. Told, not judged: machines differ. */
const graceMs = 2_000;
const longestStallMs = 100;

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, json: { type: 'string' } },
});
const chosen = badPrograms.filter(({ name }) => name.includes(values.only));
const width = Math.max(...chosen.map(({ name }) => name.length));
const rows: (Omit<Outcome, 'text'> & { readonly program: string; readonly isLate: boolean })[] = [];

const page = await openProgramPage();
try {
  process.stdout.write(`${page.engine}\n\n`);
  for (const program of chosen) {
    const { text: _text, ...outcome } = await page.run(program);
    const isLate = outcome.ms > outcome.limitSeconds * 1_000 + graceMs;
    rows.push({ program: program.name, ...outcome, isLate });
    const ending = outcome.cause === null ? outcome.verdict : `${outcome.verdict} (${outcome.cause})`;
    const figures = `${(outcome.ms / 1000).toFixed(1)} of ${outcome.limitSeconds} s, stall ${outcome.stallMs} ms`;
    const marks = [isLate ? 'LATE' : '', outcome.stallMs > longestStallMs ? 'STALL' : ''].join(' ').trim();
    const isFine = outcome.problems.length === 0;
    process.stdout.write(
      `${isFine ? 'ok    ' : 'FAILED'} ${program.name.padEnd(width)}  ${ending}; ${figures} ${marks}\n`,
    );
    process.stdout.write(`       ${''.padEnd(width)}  ${outcome.sentence.slice(0, 160)}\n`);
    for (const problem of outcome.problems) process.stdout.write(`       ${''.padEnd(width)}  ${problem}\n`);
  }
} finally {
  await page.close();
}

const failed = rows.filter(({ problems }) => problems.length > 0).length;
const late = rows.filter(({ isLate }) => isLate).length;
const stalls = rows.map(({ stallMs }) => stallMs).sort((a, b) => a - b);
if (values.json !== undefined) {
  await writeFile(
    values.json,
    `${JSON.stringify({ date: new Date().toISOString(), engine: page.engine, rows }, null, 1)}\n`,
  );
}
process.stdout.write(
  `\n${late} of ${rows.length} took longer than their limit and 2 s. The page stood still for ${stalls[stalls.length >> 1]} ms (median), ${stalls.at(-1)} ms at most.\n`,
);
process.stdout.write(`${rows.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
