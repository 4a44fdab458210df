/** Takes the chosen folders through the gate, a few at a time, and says how each of them fared as soon as it is known. */
import { availableParallelism } from 'node:os';
import type { CatalogContent } from '../../src/content/build/read-catalog.ts';
import type { Challenge, TextFile } from '../../src/domain/challenge.ts';
import type { Say } from '../commands/command.ts';
import type { Run } from '../gate/gate-run.ts';
import { checkChallenge } from '../gate.ts';
import { readAuthorPython } from '../runtime/author-python.ts';
import { openGateBrowser } from '../runtime/gate-browser.ts';
import { type CheckProgress, createCheckProgress } from './check-progress.ts';
import { type CheckResult, toBrokenResult, toSentence } from './check-result.ts';
import { estimateRuns } from './estimate-runs.ts';
import { findSurvivors } from './find-survivors.ts';
import { findUnraisedVersions } from './find-unraised-versions.ts';
import { formatDuration } from './format-duration.ts';

export interface CheckCall {
  /** The folder that holds the challenge folders. */
  readonly root: string;
  readonly content: CatalogContent;
  readonly slugs: readonly string[];
  /** How many interpreters work at the same time. */
  readonly jobs: number;
  /** Every limit is multiplied by it. */
  readonly patience: number;
  /** Whether to look for small mistakes that no test notices. */
  readonly suggest: boolean;
  /** Python's hash seed. */
  readonly hashSeed: number;
  readonly say: Say;
}

/** So many challenges share the interpreters: while one waits for its first run, others have work for them. */
const challengesAtOnce = 2;

/** @returns one result for each slug, in the order of `slugs` */
export async function checkFolders({
  root,
  content,
  slugs,
  jobs,
  patience,
  suggest,
  hashSeed,
  say,
}: CheckCall): Promise<readonly CheckResult[]> {
  const results = new Map<string, CheckResult>();
  const challenges = content.challenges.filter((challenge) => slugs.includes(challenge.slug));
  const versions = await findUnraisedVersions(root, challenges);
  const tell = (result: CheckResult, rest: string) => {
    results.set(result.slug, result);
    sayResult(result, rest, say);
  };

  for (const slug of slugs) {
    const broken = content.catalog.broken.find((folder) => folder.slug === slug);
    if (broken === undefined) continue;
    tell(toBrokenResult(slug, broken.problems.map(toSentence), warningsOf(content, slug)), '');
  }
  if (challenges.length > 0) {
    const progress = createCheckProgress(
      challenges.reduce((sum, challenge) => sum + estimateRuns(challenge), 0),
      () => performance.now(),
    );
    const python = await readAuthorPython();
    const browser = await openGateBrowser(jobs, hashSeed);
    // Challenges with the same packages follow each other: a prepared interpreter fits the next run.
    const queue = challenges.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const result = await checkOne(next, { run: browser.run, python, suggest, patience, progress });
        const unraised = versions.get(next.slug);
        const warnings = [
          ...warningsOf(content, next.slug),
          ...(unraised === undefined ? [] : [unraised]),
          ...result.warnings,
        ];
        tell({ ...result, warnings }, progress.describe());
      }
    };
    try {
      await Promise.all(Array.from({ length: challengesAtOnce }, work));
    } finally {
      await browser.close();
    }
  }
  return slugs.flatMap((slug) => results.get(slug) ?? []);
}

interface Tools {
  readonly patience: number;
  readonly run: Run;
  readonly python: readonly TextFile[];
  readonly suggest: boolean;
  readonly progress: CheckProgress;
}

async function checkOne(challenge: Challenge, tools: Tools): Promise<CheckResult> {
  const { run, python, progress } = tools;
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const onPlan = (runs: number) => progress.plan(runs);
  const result = await checkChallenge(challenge, run, {
    python,
    processors: availableParallelism(),
    patience: tools.patience,
    onPlan,
    onRow: () => progress.finish(),
  });
  if (!tools.suggest || !result.solution.passed) return { ...result, seconds: seconds() };

  const { solutionSeconds } = result;
  const onRun = () => progress.finish();
  const answer = await findSurvivors(challenge, run, {
    python,
    solutionSeconds: solutionSeconds ?? 0,
    onPlan,
    onRun,
  });
  if (answer.ok) {
    const runs = result.runs + 1 + answer.value.tried;
    return { ...result, runs, seconds: seconds(), suggestions: answer.value };
  }
  const warning = `No mistakes could be made in the solution: ${answer.problem}`;
  return { ...result, warnings: [...result.warnings, warning], seconds: seconds() };
}

function warningsOf(content: CatalogContent, slug: string): readonly string[] {
  return content.warnings
    .filter((folder) => folder.slug === slug)
    .flatMap((folder) => folder.problems.map(toSentence));
}

function keyOf(challenge: Challenge): string {
  return `${challenge.processes} ${[...challenge.packages].sort().join(' ')} ${challenge.slug}`;
}

function sayResult(result: CheckResult, rest: string, say: Say): void {
  const { slug, problems, warnings, runs, seconds } = result;
  const facts = runs === 0 ? 'not run' : `${runs} runs in ${formatDuration(seconds)}`;
  say(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${slug} (${facts})${rest === '' ? '' : ` · ${rest}`}`);
  for (const problem of problems) say(`    problem: ${problem}`);
  for (const warning of warnings) say(`    warning: ${warning}`);
  const { suggestions } = result;
  if (suggestions === undefined) return;
  say(
    `    of ${suggestions.tried} small mistakes in the solution ${suggestions.survivors.length} go unnoticed`,
  );
  for (const { file, line, before, after } of suggestions.survivors) {
    say(`    unnoticed: ${file}:${line}: ${before}  →  ${after}`);
  }
}
