/** `npm run sizes`: prints every size beside its budget; fails when one is broken. */
import { describeSize } from './budgets.ts';
import { measureInterpreter } from './interpreter-sizes.ts';
import { measurePages } from './page-sizes.ts';

const sizes = [...(await measureInterpreter()), ...(await measurePages())];
process.stdout.write(`${sizes.map((size) => describeSize(size)).join('\n\n')}\n`);
process.exitCode = sizes.every(({ bytes, budget }) => bytes <= budget.most) ? 0 : 1;
