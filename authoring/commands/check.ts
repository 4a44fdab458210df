/** `challenge check`: folders through the gate, in the learner's own runtime. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../scripts/setup/root.mjs';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import { checkFolders } from '../check/check-folders.ts';
import { type CheckResult, formatResults } from '../check/check-result.ts';
import { formatDuration } from '../check/format-duration.ts';
import { openGreenRecord } from '../check/green-record.ts';
import { selectSlugs } from '../check/select-folders.ts';
import { type Say, UsageError } from './command.ts';

export async function check(args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      changed: { type: 'boolean', default: false },
      dir: { type: 'string' },
      json: { type: 'string' },
      suggest: { type: 'boolean', default: false },
      jobs: { type: 'string', default: '2' },
      patience: { type: 'string', default: '1' },
      'hash-seed': { type: 'string', default: '0' },
    },
  });
  const asked = [positionals.length > 0, values.all, values.changed].filter((is) => is).length;
  if (asked === 0) throw new UsageError('Say which challenges to check: their slugs, --all or --changed.');
  if (asked > 1) throw new UsageError('Give either slugs, --all or --changed, not several of them.');

  const startedAt = performance.now();
  const root = path.resolve(values.dir ?? path.join(projectRoot, 'challenges'));
  const content = await readCatalog(root);
  const record = await openGreenRecord();
  let slugs = selectSlugs(content, positionals, root);
  if (values.changed) {
    const isChanged = await Promise.all(
      slugs.map(async (slug) => !(await record.has(path.join(root, slug)))),
    );
    slugs = slugs.filter((_, at) => isChanged[at]);
    if (slugs.length === 0) say('Nothing has changed since it last passed.');
  }
  const hashSeed = toWhole('hash-seed', values['hash-seed'], 0, 4_294_967_295);
  const results = await checkFolders({
    root,
    content,
    slugs,
    jobs: toWhole('jobs', values.jobs),
    patience: toWhole('patience', values.patience),
    suggest: values.suggest,
    hashSeed,
    say,
  });

  for (const { slug, problems } of results) {
    await (problems.length === 0 ? record.add(path.join(root, slug)) : record.remove(path.join(root, slug)));
  }
  await record.save();
  if (values.json !== undefined) await writeFile(values.json, formatResults(results));
  const general = content.catalog.broken.filter((folder) => folder.slug === '');
  for (const problem of general.flatMap((folder) => folder.problems))
    say(`${problem.file}: ${problem.message}`);
  sayTotal(results, (performance.now() - startedAt) / 1000, say);
  return results.every((result) => result.problems.length === 0) && general.length === 0 ? 0 : 1;
}

function toWhole(option: string, text: string, least = 1, most = 16): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`"--${option} ${text}" is no whole number from ${least} to ${most}.`);
}

function sayTotal(results: readonly CheckResult[], seconds: number, say: Say): void {
  const failed = results.filter((result) => result.problems.length > 0);
  const warnings = results.reduce((sum, result) => sum + result.warnings.length, 0);
  const runs = results.reduce((sum, result) => sum + result.runs, 0);
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  say('');
  say(
    `${count(results.length, 'challenge')}: ${results.length - failed.length} passed, ${failed.length} did not; ${count(warnings, 'warning')}; ${count(runs, 'run')} in ${formatDuration(seconds)}.`,
  );
}
