/** Small mistakes in a solution that no test notices. */
import * as v from 'valibot';
import type { Challenge, TextFile } from '../../src/domain/challenge.ts';
import { buildRunRequest } from '../../src/domain/run-request.ts';
import { toVerdict } from '../../src/domain/verdict.ts';
import type { Run } from '../gate/gate-run.ts';
import { buildProbe, type ProbeAnswer, readAnswer, toSources } from '../gate/probe.ts';

const MutationSchema = v.object({
  path: v.string(),
  line: v.number(),
  before: v.string(),
  after: v.string(),
  source: v.string(),
});

type Mutation = v.InferOutput<typeof MutationSchema>;

interface Survivor {
  /** Of the solution, as the tests see it. */
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface Survivors {
  /** How many mistakes were tried. */
  readonly tried: number;
  readonly survivors: readonly Survivor[];
}

export interface SurvivorOptions {
  readonly python: readonly TextFile[];
  /** What a run of the solution takes; a mistake that makes it take much longer counts as noticed. */
  readonly solutionSeconds: number;
  readonly onPlan: (runs: number) => void;
  readonly onRun: () => void;
}

/** The solution itself must pass. Some survivors are no mistakes at all: the author decides. */
export async function findSurvivors(
  challenge: Challenge,
  run: Run,
  options: SurvivorOptions,
): Promise<ProbeAnswer<Survivors>> {
  const question = { kind: 'mutations', sources: toSources(challenge.solution) } as const;
  options.onPlan(1);
  const { ending } = await run(buildProbe(options.python, question, challenge));
  options.onRun();
  const answer = readAnswer(v.array(MutationSchema), ending);
  if (!answer.ok) return answer;

  options.onPlan(answer.value.length);
  const seconds = Math.min(challenge.timeoutSeconds, Math.max(5, Math.ceil(options.solutionSeconds * 5)));
  const survived = await Promise.all(
    answer.value.map(async (mutation) => {
      const files = applyMutation(challenge.solution, mutation);
      const finished = await run(buildRunRequest(challenge, files, 'all', { seconds }));
      options.onRun();
      return toVerdict(finished.ending).kind === 'passed';
    }),
  );
  const survivors = answer.value
    .filter((_, at) => survived[at])
    .map(({ path, line, before, after }) => ({ file: path, line, before, after }));
  return { ok: true, value: { tried: answer.value.length, survivors } };
}

function applyMutation(solution: readonly TextFile[], mutation: Mutation): readonly TextFile[] {
  return solution.map((file) =>
    file.path === mutation.path ? { path: file.path, text: mutation.source } : file,
  );
}
