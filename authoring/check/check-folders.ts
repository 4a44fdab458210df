/** Takes the chosen folders through the gate, a few at a time, and says how each of them fared as soon as it is known. */
import type { CatalogContent } from '../../src/content/build/read-catalog.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import type { Say } from '../commands/command.ts';
import { checkChallenge } from '../gate.ts';
import { openGateBrowser } from '../runtime/gate-browser.ts';
import { type CheckProgress, createCheckProgress } from './check-progress.ts';
import { type CheckResult, toBrokenResult, toSentence } from './check-result.ts';
import { estimateRuns } from './estimate-runs.ts';
import { formatDuration } from './format-duration.ts';

export interface CheckCall {
  readonly content: CatalogContent;
  readonly slugs: readonly string[];
  /** How many interpreters work at the same time. */
  readonly jobs: number;
  readonly say: Say;
}

/** So many challenges share the interpreters: while one waits for its first run, others have work for them. */
const challengesAtOnce = 2;

/** @returns one result for each slug, in the order of `slugs` */
export async function checkFolders({
  content,
  slugs,
  jobs,
  say,
}: CheckCall): Promise<readonly CheckResult[]> {
  const results = new Map<string, CheckResult>();
  const challenges = content.challenges.filter((challenge) => slugs.includes(challenge.slug));
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
    const browser = await openGateBrowser(jobs);
    // Challenges with the same packages follow each other: a prepared interpreter fits the next run.
    const queue = challenges.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const result = await checkOne(next, browser.run, progress);
        const warnings = [...warningsOf(content, next.slug), ...result.warnings];
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

async function checkOne(
  challenge: Challenge,
  run: Parameters<typeof checkChallenge>[1],
  progress: CheckProgress,
): Promise<CheckResult> {
  const startedAt = performance.now();
  const result = await checkChallenge(challenge, run, {
    onPlan: (runs) => progress.plan(runs),
    onRow: () => progress.finish(),
  });
  return { ...result, seconds: (performance.now() - startedAt) / 1000 };
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
}
