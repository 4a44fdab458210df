/** What a challenge with threads or processes has to withstand besides: other seeds, and machines of other sizes. */
import type { Challenge } from '../../src/domain/challenge.ts';
import type { RunOptions } from '../../src/domain/run-request.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { describeVerdict } from './describe-verdict.ts';
import type { GatePart } from './gate-run.ts';

export interface FurtherPart {
  readonly part: GatePart;
  readonly name: string;
  /** As it is to be run: with another number of processes, for one. */
  readonly challenge: Challenge;
  readonly options: RunOptions;
  readonly explain: (verdict: Verdict) => readonly string[];
}

/** As many as a challenge may declare. */
const maxProcesses = 8;
const furtherSeeds = 200;
/** So many seeds share a run, which may then take so many times as long. */
const seedsPerRun = 50;
const patience = 5;

/** @param processors of this machine */
export function listFurtherParts(challenge: Challenge, processors: number): readonly FurtherPart[] {
  const parts: FurtherPart[] = [];
  if (challenge.needs.includes('threads')) parts.push(...listSeedParts(challenge));
  if (challenge.needs.includes('processes')) parts.push(...listProcessParts(challenge, processors));
  parts.push(...listFallbackParts(challenge));
  return parts;
}

/** Of a challenge with threads whose tests never ask for seeds, other seeds change nothing. */
export function warnOfSeeds({ needs, visibleTests, hiddenTests, assets }: Challenge): readonly string[] {
  if (!needs.includes('threads')) return [];
  const texts = [...visibleTests, ...hiddenTests, ...assets].flatMap((file) =>
    'text' in file ? [file.text] : [],
  );
  if (texts.some((text) => /\bseeds\b|\bexplore(_all)?\(/.test(text))) return [];
  return [
    'The challenge needs threads, but no test asks for seeds, so that further seeds change nothing. Take them from interleave.seeds().',
  ];
}

function* listSeedParts(challenge: Challenge): Generator<FurtherPart> {
  const seeds: number[] = [];
  for (let seed = 1000; seeds.length < furtherSeeds; seed += 1) {
    if (!challenge.seeds.includes(seed)) seeds.push(seed);
  }
  for (let at = 0; at < seeds.length; at += seedsPerRun) {
    const some = seeds.slice(at, at + seedsPerRun);
    const name = `${some[0]} to ${some.at(-1)}`;
    yield {
      part: 'seeds',
      name,
      challenge,
      options: { seeds: some, seconds: challenge.timeoutSeconds * patience },
      explain: (verdict) =>
        verdict.kind === 'passed'
          ? []
          : [
              `With the seeds ${name} the solution fails: ${describeVerdict(verdict)} Safe code passes under every seed.`,
            ],
    };
  }
}

function* listProcessParts(challenge: Challenge, processors: number): Generator<FurtherPart> {
  const declared = Math.max(1, challenge.processes);
  const all = Math.min(maxProcesses, Math.max(1, processors));
  const sizes = [
    ['one-process', 1, 'one interpreter'],
    ['all-processes', all, `${all} interpreters, as many as this machine has processors,`],
  ] as const;
  for (const [part, processes, words] of sizes) {
    if (processes === declared) continue;
    yield {
      part,
      name: '',
      challenge: { ...challenge, processes },
      options: {},
      explain: (verdict) =>
        verdict.kind === 'passed'
          ? []
          : [
              `With ${words} for child processes the solution fails: ${describeVerdict(verdict)} Its result must not depend on how many run at once.`,
            ],
    };
  }
}

/** The other mode of a challenge that leaves tests out where a need cannot be met. */
function* listFallbackParts(challenge: Challenge): Generator<FurtherPart> {
  for (const [need, fallback] of Object.entries(challenge.without)) {
    if (fallback?.kind !== 'skip-tests') continue;
    const missing = challenge.needs.filter((name) => name === need);
    const needs = challenge.needs.filter((name) => name !== need || name !== 'processes');
    yield {
      part: 'without',
      name: need,
      challenge: { ...challenge, needs },
      options: { missing },
      explain: (verdict) => explainFallback(verdict, need),
    };
  }
}

function explainFallback(verdict: Verdict, need: string): readonly string[] {
  if (verdict.kind !== 'passed') {
    return [
      `Where ${need} cannot be had, the solution fails: ${describeVerdict(verdict)} Mark the tests that need it, so that they are skipped there.`,
    ];
  }
  if (verdict.report.tests.some((test) => test.outcome === 'passed')) return [];
  return [
    `Where ${need} cannot be had, every test is skipped, so nothing would be judged. Leave some tests, or write "read-only" under "without".`,
  ];
}
