/** Assets that learners may read: what files.shown names has to be there, and what a statement speaks of be shown. */
import { type ChallengeFolder, tomlName } from './challenge-folder.ts';
import type { ChallengeFile } from './challenge-schema.ts';
import { suggest } from './closest-word.ts';
import { type ContentProblem, toError, toWarning } from './content-problem.ts';

const prefix = 'assets/';
const picture = /\.(svg|png|jpe?g|gif|webp)$/i;

export function* findShownAssetProblems(
  folder: ChallengeFolder,
  file: ChallengeFile,
): Generator<ContentProblem> {
  const seen = new Set<string>();
  for (const [index, path] of file.files.shown.entries()) {
    const line = folder.lineOf(['files', 'shown', index]);
    if (seen.has(path)) yield toError(tomlName, line, `${path} is listed twice. Remove one of the two.`);
    seen.add(path);
    if (folder.texts.has(prefix + path)) continue;
    yield toError(tomlName, line, explainMissing(folder, path));
  }
  yield* findUnshown(folder, seen);
}

function explainMissing(folder: ChallengeFolder, path: string): string {
  if (folder.binaries.has(prefix + path)) {
    return `files.shown lists ${path}, but ${prefix}${path} is no text, so no page can show it. Take it off the list.`;
  }
  if (path.startsWith(prefix) && folder.texts.has(path)) {
    const there = path.slice(prefix.length);
    return `files.shown lists ${path}. Write "${there}": it lies beside the solution when the tests run.`;
  }
  const assets = [...folder.texts.keys()].filter((name) => name.startsWith(prefix));
  const names = assets.map((name) => name.slice(prefix.length));
  return `files.shown lists ${path}, but there is no ${prefix}${path}. Write it or correct the name.${suggest(path, names)}`;
}

/** A learner who is told about a file looks for it. */
function* findUnshown(folder: ChallengeFolder, shown: ReadonlySet<string>): Generator<ContentProblem> {
  const statement = folder.texts.get('statement.md') ?? '';
  for (const name of folder.texts.keys()) {
    const path = name.slice(prefix.length);
    if (!name.startsWith(prefix) || picture.test(name) || shown.has(path)) continue;
    const at = findWord(statement, path);
    if (at === -1) continue;
    const line = statement.slice(0, at).split('\n').length;
    const message = `It speaks of ${path}, which learners cannot read. Add it to files.shown in ${tomlName}, or say it without the name.`;
    yield toWarning('statement.md', line, message);
  }
}

/** @returns where `path` stands by itself and not as the end of a longer path or name, or -1 */
function findWord(text: string, path: string): number {
  for (let at = text.indexOf(path); at !== -1; at = text.indexOf(path, at + 1)) {
    if (!/[\w/.-]/.test(text[at - 1] ?? ' ') && !/[\w/-]/.test(text[at + path.length] ?? ' ')) return at;
  }
  return -1;
}
