/** One run of the gate, and what has to be said of it. */
import type { Challenge, Mutant } from '../../src/domain/challenge.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { describeVerdict } from './describe-verdict.ts';

export function explainSolution(verdict: Verdict): readonly string[] {
  if (verdict.kind === 'passed') return [];
  return [`The solution must pass every test, but ${describeVerdict(verdict)} Correct it or the tests.`];
}

export function explainAgain(verdict: Verdict): readonly string[] {
  if (verdict.kind === 'passed') return [];
  return [
    `Run once more, the solution fails: ${describeVerdict(verdict)} Take away what chance or the clock decides.`,
  ];
}

export function explainShuffled(verdict: Verdict, seed: number): readonly string[] {
  if (verdict.kind === 'passed') return [];
  return [
    `In another order (seed ${seed}) the solution fails: ${describeVerdict(verdict)} Tests must not depend on each other.`,
  ];
}

export function explainAlone(verdict: Verdict, test: string): readonly string[] {
  if (verdict.kind === 'passed') return [];
  return [`Alone, ${test} fails: ${describeVerdict(verdict)} It leans on another test.`];
}

/** A draft's starter may still be broken, but it may never pass. */
export function explainStarter(verdict: Verdict, challenge: Challenge): readonly string[] {
  if (verdict.kind === 'passed') return ['The starter passes every test, so nothing is left to solve.'];
  if (verdict.kind !== 'failed') {
    return [`The starter must import and fail at least one test, but ${describeVerdict(verdict)}`];
  }
  const modules = challenge.starter.map((file) => file.path.replace(/\.py$/, '').replaceAll('/', '.'));
  const missing = verdict.report.tests.find(
    ({ failure }) =>
      failure !== null &&
      ['ImportError', 'ModuleNotFoundError'].includes(failure.type.replace(/^.*\./, '')) &&
      modules.some((name) => failure.message.includes(`'${name}'`)),
  );
  if (missing === undefined) return [];
  return [
    `With the starter, ${missing.id} fails at an import (${missing.failure?.message.split('\n')[0] ?? ''}). Give the starter a stub of that name, so that learners see a test fail and no import.`,
  ];
}

export function explainMutant(
  mutant: Mutant,
  verdict: Verdict,
  killedBy: readonly string[],
): readonly string[] {
  const { name, kills } = mutant;
  if (verdict.kind === 'passed')
    return [`The mutant ${name} survives: no test notices it. Add one that does.`];
  if (verdict.kind !== 'failed') {
    return [
      `The mutant ${name} must fail a test, but ${describeVerdict(verdict)} Make it wrong in a way that a test can tell.`,
    ];
  }
  const missing = kills.filter((test) => !killedBy.includes(test));
  if (missing.length === 0) return [];
  const caught = killedBy.length === 0 ? 'no test that ended' : killedBy.join(', ');
  return [
    `The mutant ${name} should be caught by ${missing.join(', ')}, but was caught by ${caught}. Correct the tests, or "kills" in challenge.toml.`,
  ];
}
