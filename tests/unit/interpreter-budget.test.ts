/** The interpreter image stays small enough to wait for. */
import { expect, test } from 'vitest';
import { describeSize } from '../sizes/budgets.ts';
import { measureInterpreter } from '../sizes/interpreter-sizes.ts';

test('the interpreter is within its budgets of bytes', async () => {
  const sizes = await measureInterpreter();
  process.stdout.write(`${sizes.map((size) => describeSize(size)).join('\n')}\n`);
  for (const size of sizes) expect(size.bytes, describeSize(size)).toBeLessThanOrEqual(size.budget.most);
});
