/** How many runs the gate will most likely ask for. Only for the time left: pytest alone knows the tests. */
import type { Challenge } from '../../src/domain/challenge.ts';

export function estimateRuns(challenge: Challenge): number {
  const tests = [...challenge.visibleTests, ...challenge.hiddenTests];
  const functions = tests.reduce(
    (sum, file) => sum + (file.text.match(/^\s*(?:async\s+)?def\s+test/gm)?.length ?? 0),
    0,
  );
  const always = 4; // solution, again, shuffled, starter
  return always + functions + challenge.mutants.length;
}
