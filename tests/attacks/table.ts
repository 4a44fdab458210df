/** Prints rows of attacks for people. */
import type { Attack, AttackOutcome } from './attack.ts';

export function printRows(rows: readonly (Attack & AttackOutcome)[]): void {
  const width = Math.max(...rows.map((row) => row.id.length));
  process.stdout.write(`\n${rows[0]?.group ?? ''}\n`);
  for (const { id, happened, expected, isFine, stallMs } of rows) {
    const stall = stallMs === null ? '' : ` [stall ${stallMs} ms]`;
    process.stdout.write(`${isFine ? 'ok    ' : 'FAILED'} ${id.padEnd(width)}  ${happened}${stall}\n`);
    if (!isFine) process.stdout.write(`       ${''.padEnd(width)}  expected: ${expected}\n`);
  }
}
