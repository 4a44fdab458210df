/** One run of the gate, and what has to be said of it. */
import type { Challenge, Mutant } from '../../src/domain/challenge.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { describeVerdict } from './describe-verdict.ts';

export function explainSolution(verdict: Verdict): readonly string[] {
  if (verdict.kind === 'passed') return [];
  return [`The solution must pass every test, but ${describeVerdict(verdict)} Correct it or the tests.`];
}

/** What tests leave behind and nobody puts back: the judge has no hand in shared memory. */
export function explainLeftovers(verdict: Verdict): readonly string[] {
  return describeLeftovers(verdict, (what) => what.startsWith(notRestored));
}

/** What tests leave changed and the judge puts back after each of them, as it promises; other places do not. */
export function warnOfLeftovers(verdict: Verdict): readonly string[] {
  return describeLeftovers(verdict, (what) => !what.startsWith(notRestored));
}

const notRestored = 'blocks of shared memory';

function describeLeftovers(verdict: Verdict, isMeant: (what: string) => boolean): readonly string[] {
  if (verdict.kind !== 'passed') return [];
  return verdict.report.tests.flatMap((test) => {
    const left = test.warnings.filter(
      (warning) => warning.category === 'LeftBehind' && isMeant(warning.message),
    );
    if (left.length === 0) return [];
    const what = left.map((warning) => warning.message).join('; ');
    return [
      `After ${test.id} something is left behind: ${what}. Put it back where it was changed: in the solution, or in the test or its fixture.`,
    ];
  });
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

/** Seconds are never a reason to fail; only the declared limit is. */
export function explainSeconds(challenge: Challenge, fastest: number | null): readonly string[] {
  const most = challenge.needs.includes('processes') ? 10 : 5;
  if (fastest === null || fastest <= most) return [];
  return [
    `A run of all tests took ${fastest.toFixed(1)} s, and learners wait for it; aim for less than ${most} s on a quiet machine. Make the tests smaller.`,
  ];
}
