/** `challenge try`: the verdict a learner would get for somebody's answer. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../scripts/setup/root.mjs';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import { buildRunRequest } from '../../src/domain/run-request.ts';
import { toSentence } from '../check/check-result.ts';
import { explainUnknown } from '../check/select-folders.ts';
import { openGateBrowser } from '../runtime/gate-browser.ts';
import { expandPattern } from '../try/expand-pattern.ts';
import { readAttempt } from '../try/read-attempt.ts';
import { describeTry, summarizeTry, type TryResult, toTryJson, toTryResult } from '../try/try-result.ts';
import { type Say, UsageError } from './command.ts';

export async function tryAttempts(args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      with: { type: 'string' },
      'with-each': { type: 'string', multiple: true },
      dir: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const [slug, ...more] = positionals;
  const patterns = values['with-each'] ?? [];
  if (slug === undefined) throw new UsageError('Say which challenge to try: its slug.');
  if ((values.with === undefined) === (patterns.length === 0)) {
    throw new UsageError('Say what to try it with: --with FILE, or --with-each PATTERN for many.');
  }
  // A shell that expands the pattern itself leaves the rest of the names behind.
  if (values.with !== undefined && more.length > 0) {
    throw new UsageError(`"${more.join(' ')}" is one too many. Put many files behind --with-each.`);
  }
  const challenge = await findChallenge(
    slug,
    path.resolve(values.dir ?? path.join(projectRoot, 'challenges')),
  );
  const from = values.with === undefined ? [...(await expandAll(patterns)), ...more] : [values.with];
  const results = await judgeAll(challenge, from, (result) => {
    if (values.with === undefined) say(summarizeTry(result));
    else for (const line of describeTry(result)) say(line);
  });

  if (values.json !== undefined) {
    const tries = results.map((result) => toTryJson(result, slug));
    const whole = values.with === undefined ? { tries } : tries[0];
    await writeFile(values.json, `${JSON.stringify(whole, null, 1)}\n`);
  }
  const passed = results.filter((result) => result.verdict.kind === 'passed').length;
  if (values.with === undefined) say(`${passed} of ${results.length} passed.`);
  return passed === results.length ? 0 : 1;
}

/** A folder with problems cannot be tried; they are the message. */
async function findChallenge(slug: string, root: string): Promise<Challenge> {
  const { challenges, catalog } = await readCatalog(root);
  const found = challenges.find((challenge) => challenge.slug === slug);
  if (found !== undefined) return found;
  const broken = catalog.broken.find((folder) => folder.slug === slug);
  if (broken === undefined) {
    const all = challenges.map((challenge) => challenge.slug);
    throw new UsageError(explainUnknown(slug, all, root));
  }
  const problems = broken.problems.map((problem) => `\n    ${toSentence(problem)}`);
  throw new UsageError(`The challenge "${slug}" has problems; correct them first:${problems.join('')}`);
}

async function expandAll(patterns: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    patterns.map(async (pattern) => {
      const files = await expandPattern(pattern);
      if (files.length === 0) throw new UsageError(`Nothing fits the pattern ${pattern}.`);
      return files;
    }),
  );
  return found.flat();
}

/** @returns the results in the order of `from`; `hear` gets them in the same order, each as soon as it can */
async function judgeAll(
  challenge: Challenge,
  from: readonly string[],
  hear: (result: TryResult) => void,
): Promise<readonly TryResult[]> {
  const attempts = await Promise.all(from.map((file) => readAttempt(file, challenge)));
  const browser = await openGateBrowser(Math.min(2, attempts.length));
  try {
    const running = attempts.map(async (attempt) =>
      toTryResult(attempt, await browser.run(buildRunRequest(challenge, attempt.files, 'all')), challenge),
    );
    const results: TryResult[] = [];
    for (const one of running) {
      const result = await one;
      hear(result);
      results.push(result);
    }
    return results;
  } finally {
    await browser.close();
  }
}
