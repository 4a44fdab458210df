/** The gate: what must hold of a challenge before a learner meets it. Runs in the learner's own runtime. */
import type { Challenge, TextFile } from '../src/domain/challenge.ts';
import type { Report } from '../src/domain/report.ts';
import { buildRunRequest, type RunRequest } from '../src/domain/run-request.ts';
import { type RunEnding, toVerdict, type Verdict } from '../src/domain/verdict.ts';

export type Run = (request: RunRequest) => Promise<RunEnding>;

interface MutantResult {
  readonly name: string;
  /** Names of the test functions that were red; empty = it survived. */
  readonly killedBy: readonly string[];
}

export interface GateResult {
  readonly slug: string;
  readonly tests: number;
  readonly runs: number;
  readonly mutants: readonly MutantResult[];
  /** Sentences: what is wrong and what to do. Empty = the challenge passes. */
  readonly problems: readonly string[];
  /** What a draft still lacks; the same sentences are problems of a finished challenge. */
  readonly warnings: readonly string[];
}

/**
 * Solution green three ways (in order, shuffled, each test alone), starter red but importable, each mutant killed
 * by the tests that should kill it. Runs are asked for together; `run` decides how many go on at once.
 * @param seed decides the shuffled order, so that a red gate can be repeated
 */
export async function checkChallenge(challenge: Challenge, run: Run, seed = 1): Promise<GateResult> {
  const problems: string[] = [];
  const warnings: string[] = [];
  const lacks = challenge.draft ? warnings : problems;
  let runs = 0;
  const judge = async (files: readonly TextFile[], only: readonly string[] = []) => {
    runs += 1;
    return toVerdict(await run(buildRunRequest(challenge, files, 'all', { only })));
  };

  const first = await judge(challenge.solution);
  const ids = first.kind === 'passed' ? first.report.planned.map((test) => test.id) : [];
  if (first.kind !== 'passed') {
    problems.push(`The solution must pass every test, but ${describe(first)} Correct it or the tests.`);
  } else {
    lacks.push(...checkShape(challenge, first.report));
    const functions = groupByFunction(ids);
    const [shuffled, ...alone] = await Promise.all([
      judge(challenge.solution, shuffle(ids, seed)),
      ...functions.map((cases) => judge(challenge.solution, cases)),
    ]);
    if (shuffled.kind !== 'passed') {
      problems.push(
        `In another order (seed ${seed}) the solution fails: ${describe(shuffled)} Tests must not depend on each other.`,
      );
    }
    for (const [at, verdict] of alone.entries()) {
      if (verdict.kind === 'passed') continue;
      problems.push(`Alone, ${functions[at]?.[0]} fails: ${describe(verdict)} It leans on another test.`);
    }
  }

  const [starter, ...mutated] = await Promise.all([
    judge(challenge.starter),
    ...challenge.mutants.map((mutant) => judge(mutant.files)),
  ]);
  if (starter.kind === 'passed') problems.push('The starter passes every test, so nothing is left to solve.');
  else if (starter.kind !== 'failed') {
    lacks.push(`The starter must import and fail at least one test, but ${describe(starter)}`);
  }

  const mutants: MutantResult[] = [];
  for (const [at, mutant] of challenge.mutants.entries()) {
    const verdict = mutated[at];
    if (verdict === undefined) continue;
    const killedBy = redTests(verdict);
    mutants.push({ name: mutant.name, killedBy });
    const problem = explainMutant(mutant.name, mutant.kills, verdict, killedBy);
    if (problem !== null) problems.push(problem);
  }
  return { slug: challenge.slug, tests: ids.length, runs, mutants, problems, warnings };
}

function checkShape(challenge: Challenge, report: Report): readonly string[] {
  const problems: string[] = [];
  const isWarmUp = challenge.kind === 'warm-up';
  const functions = new Set(report.planned.map((test) => test.id.replace(/\[.*$/s, ''))).size;
  const [fewest, mutants] = isWarmUp ? [3, 2] : [8, 5];
  if (functions < fewest || functions > 20) {
    problems.push(`There are ${functions} test functions; write ${fewest} to 20.`);
  }
  if (!isWarmUp && challenge.hiddenTests.length === 0)
    problems.push('There are no hidden tests; add a file of them.');
  if (challenge.mutants.length < mutants) {
    problems.push(`There are ${challenge.mutants.length} mutants; write at least ${mutants}.`);
  }
  if (!isWarmUp && challenge.hintsHtml.length !== 3) {
    problems.push(`There are ${challenge.hintsHtml.length} hints; write exactly 3.`);
  }
  if (!/<ol|<h[2-6]>\s*1\. /.test(challenge.statementHtml)) {
    problems.push('The statement has no numbered tasks; number what the learner has to do.');
  }
  return problems;
}

function explainMutant(
  name: string,
  kills: readonly string[],
  verdict: Verdict,
  killedBy: readonly string[],
): string | null {
  if (verdict.kind === 'passed') return `The mutant ${name} survives: no test notices it. Add one that does.`;
  if (verdict.kind !== 'failed') return `The mutant ${name} must fail a test, but ${describe(verdict)}`;
  const missing = kills.filter((test) => !killedBy.includes(test));
  if (missing.length === 0) return null;
  return `The mutant ${name} should be caught by ${missing.join(', ')}, but was caught by ${killedBy.join(', ')}.`;
}

function redTests(verdict: Verdict): readonly string[] {
  if (verdict.kind !== 'failed') return [];
  const red = verdict.report.tests.filter((test) => test.outcome === 'failed' || test.outcome === 'error');
  return [...new Set(red.map((test) => test.id.replace(/^.*::/s, '').replace(/\[.*$/s, '')))];
}

/** What happened, as the second half of a sentence that ends with a full stop. */
function describe(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'passed':
      return 'every test passed.';
    case 'failed': {
      const red = verdict.report.tests.filter((test) => test.failure !== null);
      const words = red.map((test) => `${test.id} (${test.failure?.message.split('\n')[0] ?? ''})`);
      return `these are red: ${words.join('; ')}.`;
    }
    case 'broken-code':
      return `it cannot be imported: ${verdict.report.collectionErrors.map((e) => e.message).join('; ')}.`;
    case 'timed-out':
      return `it took longer than ${verdict.limitSeconds} s (last started: ${verdict.lastStarted ?? 'nothing'}).`;
    case 'out-of-memory':
      return 'it ran out of memory.';
    case 'cancelled':
      return 'it was cancelled.';
    case 'crashed':
      return `it crashed (${verdict.cause}): ${verdict.raw}.`;
  }
}

/** The cases of a parametrised test belong together: alone means without other tests. */
function groupByFunction(ids: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const name = id.replace(/\[.*$/s, '');
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return [...groups.values()];
}

function shuffle(ids: readonly string[], seed: number): readonly string[] {
  const items = [...ids];
  let state = seed;
  for (let at = items.length - 1; at > 0; at -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (at + 1);
    const [a, b] = [items[at], items[other]];
    if (a === undefined || b === undefined) continue;
    items[at] = b;
    items[other] = a;
  }
  return items;
}
