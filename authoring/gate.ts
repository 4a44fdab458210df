/**
 * The gate: what must hold of a challenge before a learner meets it. Runs in the learner's own runtime, and knows
 * nothing of where that is: the command line and the author's page both call it.
 */
import type { Challenge, Mutant, TextFile } from '../src/domain/challenge.ts';
import { buildRunRequest, type RunOptions, type RunRequest } from '../src/domain/run-request.ts';
import { toVerdict, type Verdict } from '../src/domain/verdict.ts';
import { checkShape } from './gate/check-shape.ts';
import { listRedTests } from './gate/describe-verdict.ts';
import { explainNames } from './gate/explain-names.ts';
import { explainOutput } from './gate/explain-output.ts';
import {
  explainAgain,
  explainAlone,
  explainLeftovers,
  explainMutant,
  explainSeconds,
  explainShuffled,
  explainSolution,
  explainStarter,
  warnOfLeftovers,
} from './gate/explain-part.ts';
import { listFurtherParts, warnOfSeeds } from './gate/further-parts.ts';
import type { FinishedRun, GatePart, GateResult, GateRow, Run } from './gate/gate-run.ts';
import { buildProbe, toSources } from './gate/probe.ts';
import { functionOf, groupByFunction, shuffle } from './gate/test-order.ts';

export interface GateOptions {
  /** Decides the shuffled order, so that a red gate can be repeated. */
  readonly seed?: number;
  /** The files of python/authoring, laid out as `authoring/…`; without them the part `names` is left out. */
  readonly python?: readonly TextFile[];
  /** Of this machine; a challenge with processes must not depend on their number. 2 unless told. */
  readonly processors?: number;
  /** Limits are multiplied by it: for a machine that is busy with other things. 1 unless told. */
  readonly patience?: number;
  /** Only these parts; all of them unless told. */
  readonly parts?: ReadonlySet<GatePart>;
  /** Hears each row as soon as it is known. */
  readonly onRow?: (row: GateRow) => void;
  /** Hears of runs that are about to be asked for: how many more there will be. */
  readonly onPlan?: (runs: number) => void;
}

/**
 * Solution green in order, once more, shuffled and each test alone; starter red but importable; each mutant killed by
 * the tests that should kill it. Runs are asked for together; `run` decides how many go on at once.
 */
export function checkChallenge(
  challenge: Challenge,
  run: Run,
  options: GateOptions = {},
): Promise<GateResult> {
  return new GateCheck(challenge, run, options).check();
}

class GateCheck {
  readonly #challenge: Challenge;
  readonly #run: Run;
  readonly #options: GateOptions;
  readonly #rows: GateRow[] = [];
  readonly #problems: string[] = [];
  readonly #warnings: string[] = [];
  #runs = 0;

  constructor(challenge: Challenge, run: Run, options: GateOptions) {
    this.#challenge = challenge;
    this.#run = run;
    this.#options = options;
  }

  async check(): Promise<GateResult> {
    const { mutants } = this.#challenge;
    const [tests] = await Promise.all([
      this.#checkSolution(),
      this.#checkStarter(),
      this.#checkNames(),
      ...mutants.map((mutant) => this.#checkMutant(mutant)),
    ]);
    return this.#toResult(tests);
  }

  /** @returns how many tests the solution passed; 0 when it did not. */
  async #checkSolution(): Promise<number> {
    const { solution, draft } = this.#challenge;
    const wanted = this.#isWanted('solution') || this.#isWanted('again') || this.#isWanted('alone');
    if (!wanted && !this.#isWanted('shuffled')) return 0;
    const first = await this.#judge('solution', '', solution, { tellLeftovers: true }, (it) => [
      ...explainSolution(it),
      ...explainLeftovers(it),
    ]);
    if (first.verdict.kind !== 'passed') return 0;

    this.#warnings.push(...explainOutput(first.verdict.report));
    this.#warnings.push(...warnOfLeftovers(first.verdict));
    const ids = first.verdict.report.planned.map((test) => test.id);
    (draft ? this.#warnings : this.#problems).push(...checkShape(this.#challenge, ids));
    const { seed = 1 } = this.#options;
    // A draft's tests are often somebody else's; whether each stands alone is asked when it is finished.
    const groups = this.#isWanted('alone') && !draft ? groupByFunction(ids) : [];
    const others: Promise<GateRow>[] = [];
    if (this.#isWanted('again')) others.push(this.#judge('again', '', solution, {}, explainAgain));
    if (this.#isWanted('shuffled')) {
      const only = shuffle(ids, seed);
      others.push(this.#judge('shuffled', '', solution, { only }, (it) => explainShuffled(it, seed)));
    }
    for (const only of groups) {
      const name = functionOf(only[0] ?? '');
      others.push(this.#judge('alone', name, solution, { only }, (it) => explainAlone(it, name)));
    }
    this.#warnings.push(...warnOfSeeds(this.#challenge));
    for (const further of listFurtherParts(this.#challenge, this.#options.processors ?? 2)) {
      if (!this.#isWanted(further.part)) continue;
      const request = buildRunRequest(further.challenge, solution, 'all', further.options);
      const { part, name, explain } = further;
      others.push(this.#ask(part, name, request, (_, verdict) => explain(verdict)));
    }
    await Promise.all(others);
    return ids.length;
  }

  async #checkStarter(): Promise<void> {
    if (!this.#isWanted('starter')) return;
    await this.#judge('starter', '', this.#challenge.starter, {}, (it) =>
      explainStarter(it, this.#challenge),
    );
  }

  async #checkMutant(mutant: Mutant): Promise<void> {
    if (!this.#isWanted('mutant')) return;
    await this.#judge('mutant', mutant.name, mutant.files, {}, (it, red) => explainMutant(mutant, it, red));
  }

  async #checkNames(): Promise<void> {
    const { python } = this.#options;
    const { starter, visibleTests, hiddenTests } = this.#challenge;
    if (python === undefined || !this.#isWanted('names')) return;
    const question = {
      kind: 'names',
      starters: toSources(starter),
      tests: toSources([...visibleTests, ...hiddenTests]),
    } as const;
    const request = buildProbe(python, question, this.#challenge);
    await this.#ask('names', '', request, ({ ending }) => explainNames(ending));
  }

  #isWanted(part: GatePart): boolean {
    return this.#options.parts?.has(part) ?? true;
  }

  #judge(
    part: GatePart,
    name: string,
    files: readonly TextFile[],
    options: RunOptions,
    explain: (verdict: Verdict, red: readonly string[]) => readonly string[],
  ): Promise<GateRow> {
    const request = buildRunRequest(this.#challenge, files, 'all', options);
    return this.#ask(part, name, request, (_, verdict, red) => explain(verdict, red));
  }

  async #ask(
    part: GatePart,
    name: string,
    request: RunRequest,
    explain: (finished: FinishedRun, verdict: Verdict, red: readonly string[]) => readonly string[],
  ): Promise<GateRow> {
    this.#runs += 1;
    this.#options.onPlan?.(1);
    const { limits } = request;
    const patient = {
      ...request,
      limits: { ...limits, seconds: limits.seconds * (this.#options.patience ?? 1) },
    };
    let finished = await this.#run(patient);
    // The runtime's own trouble says nothing of the challenge; it gets one more chance.
    if (isRuntimeTrouble(finished)) finished = await this.#run(patient);

    const verdict = toVerdict(finished.ending);
    const red = listRedTests(verdict);
    const seconds = finished.ms === null ? null : finished.ms / 1000;
    const row: GateRow = { part, name, verdict, seconds, red, problems: explain(finished, verdict, red) };
    this.#rows.push(row);
    this.#options.onRow?.(row);
    return row;
  }

  #toResult(tests: number): GateResult {
    const { slug, draft, mutants } = this.#challenge;
    const problems = [...this.#problems];
    const warnings = [...this.#warnings];
    for (const row of this.#rows.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part))) {
      const isLack = draft && isLackOfDraft(row);
      (isLack ? warnings : problems).push(...row.problems);
    }
    const of = (part: GatePart, name = '') =>
      this.#rows.find((row) => row.part === part && row.name === name);
    const whole = this.#rows.filter((row) => ['solution', 'again', 'shuffled'].includes(row.part));
    const seconds = whole.flatMap((row) => (row.seconds === null ? [] : [row.seconds]));
    const fastest = seconds.length === 0 ? null : Math.min(...seconds);
    warnings.push(...explainSeconds(this.#challenge, fastest));
    return {
      slug,
      solution: { passed: of('solution')?.verdict.kind === 'passed', tests },
      starter: { passed: of('starter')?.verdict.kind === 'passed' },
      mutants: mutants.map(({ name }) => ({ name, killedBy: of('mutant', name)?.red ?? [] })),
      problems,
      warnings,
      runs: this.#runs,
      solutionSeconds: fastest,
    };
  }
}

const order: readonly GatePart[] = [
  'solution',
  'again',
  'shuffled',
  'alone',
  'seeds',
  'one-process',
  'all-processes',
  'without',
  'names',
  'starter',
  'mutant',
];

/** A starter that does not import or lacks names, and what tests of a passing solution leave behind. */
function isLackOfDraft({ part, verdict }: GateRow): boolean {
  const passed = verdict.kind === 'passed';
  return part === 'names' || (part === 'starter' ? !passed : part === 'solution' && passed);
}

function isRuntimeTrouble({ ending }: FinishedRun): boolean {
  return ending.kind === 'crashed' && (ending.cause === 'boot-failed' || ending.cause === 'frame-lost');
}
