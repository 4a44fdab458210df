/** The pages of the built site stay light. */
import { expect, test } from 'vitest';
import { describeSize } from '../sizes/budgets.ts';
import { measurePages } from '../sizes/page-sizes.ts';

test('the pages are within their budgets of bytes', async () => {
  const sizes = await measurePages();
  process.stdout.write(`${sizes.map((size) => describeSize(size)).join('\n')}\n`);
  for (const size of sizes) expect(size.bytes, describeSize(size)).toBeLessThanOrEqual(size.budget.most);
});
