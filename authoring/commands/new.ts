/** `challenge new`: a folder that the schema accepts, with comments that say what to write where. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../scripts/setup/root.mjs';
import { type CatalogContent, readCatalog } from '../../src/content/build/read-catalog.ts';
import { formatProblem } from '../../src/domain/content-problem.ts';
import { type Answers, type Ask, completeAnswers, type Given } from '../new/complete-answers.ts';
import { createFolder, FolderExistsError } from '../new/create-folder.ts';
import { type Say, UsageError } from './command.ts';

export async function createChallenge(args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      track: { type: 'string' },
      kind: { type: 'string' },
      title: { type: 'string' },
      dir: { type: 'string' },
    },
  });
  if (positionals.length > 1) throw new UsageError(`Give one slug, not ${positionals.length}.`);

  const root = path.resolve(values.dir ?? path.join(projectRoot, 'challenges'));
  const before = existsSync(root) ? await readCatalog(root) : null;
  const answers = await answer({ slug: positionals[0], ...values }, before);
  const order = nextOrder(before, answers.track);
  try {
    const written = await createFolder(root, { ...answers, order });
    say(`Written in ${path.relative(process.cwd(), root) || '.'}:`);
    for (const file of written) say(`  ${file}`);
  } catch (error) {
    if (!(error instanceof FolderExistsError)) throw error;
    say(error.message);
    return 1;
  }
  return report(root, answers.slug, values.dir, say);
}

async function answer(given: Given, before: CatalogContent | null): Promise<Answers> {
  // Names that are only there because a challenge uses them count as well: they make a shelf.
  const tracks = before?.catalog.tracks ?? [];
  if (!process.stdin.isTTY || !process.stdout.isTTY) return completeAnswers(given, tracks, null);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ask: Ask = (question) => terminal.question(question);
  try {
    return await completeAnswers(given, tracks, ask);
  } finally {
    terminal.close();
  }
}

function nextOrder(content: CatalogContent | null, track: string): number {
  const taken = (content?.challenges ?? []).filter((item) => item.track === track).map((item) => item.order);
  return Math.max(0, ...taken) + 1;
}

/** Reads what was written as the build does, so that a template that has gone stale is noticed here. */
async function report(root: string, slug: string, dir: string | undefined, say: Say): Promise<number> {
  const { catalog } = await readCatalog(root);
  const problems = catalog.broken.find((folder) => folder.slug === slug)?.problems ?? [];
  for (const problem of problems) say(formatProblem(slug, problem));
  const option = dir === undefined ? '' : ` --dir ${dir}`;
  say('');
  say('Next: replace what is marked TODO(author), file by file, in the order of docs/authoring.md.');
  say(`Then: npm run challenge -- check ${slug}${option}`);
  return problems.length === 0 ? 0 : 1;
}
