/** The interpreter image stays small enough to wait for. */
import { expect, test } from 'vitest';
import { describeSize } from '../sizes/budgets.ts';
import { measureInterpreter } from '../sizes/interpreter-sizes.ts';

/** Brotli at its best takes half a minute of a processor for the WebAssembly; the result is kept. */
const compressionMs = 1_800_000;

test('the interpreter is within its budgets of bytes', { timeout: compressionMs }, async () => {
  const sizes = await measureInterpreter();
  process.stdout.write(`${sizes.map((size) => describeSize(size)).join('\n')}\n`);
  for (const size of sizes) expect(size.bytes, describeSize(size)).toBeLessThanOrEqual(size.budget.most);
});
