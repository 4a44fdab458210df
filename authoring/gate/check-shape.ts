/** What a finished challenge has besides code that works: enough tests, mutants, hints and numbered tasks. */
import type { Challenge } from '../../src/domain/challenge.ts';
import { groupByFunction } from './test-order.ts';

/** @param ids of all tests, as pytest planned them */
export function checkShape(challenge: Challenge, ids: readonly string[]): readonly string[] {
  const problems: string[] = [];
  const isWarmUp = challenge.kind === 'warm-up';
  const functions = groupByFunction(ids).length;
  const [fewest, mutants] = isWarmUp ? [3, 2] : [8, 5];
  if (functions < fewest || functions > 20) {
    problems.push(`${thereAre(functions, 'test function')}; write ${fewest} to 20.`);
  }
  if (!isWarmUp && challenge.hiddenTests.length === 0)
    problems.push('There are no hidden tests; add a file of them.');
  if (challenge.mutants.length < mutants) {
    problems.push(`${thereAre(challenge.mutants.length, 'mutant')}; write at least ${mutants}.`);
  }
  if (!isWarmUp && challenge.hintsHtml.length !== 3) {
    problems.push(`${thereAre(challenge.hintsHtml.length, 'hint')}; write exactly 3.`);
  }
  if (!/<ol|<h[2-6]>\s*1\. /.test(challenge.statementHtml)) {
    problems.push('The statement has no numbered tasks; number what the learner has to do.');
  }
  if (!isWarmUp && !/<pre/.test(challenge.statementHtml)) {
    problems.push('The statement has no example; show one in a code block, with values that no test uses.');
  }
  return problems;
}

function thereAre(count: number, noun: string): string {
  return count === 1 ? `There is 1 ${noun}` : `There are ${count} ${noun}s`;
}
