/** What must hold of the mutants in a challenge folder, as far as reading tells. */
import { type ChallengeFolder, tomlName } from './challenge-folder.ts';
import type { ChallengeFile } from './challenge-schema.ts';
import { suggest } from './closest-word.ts';
import { type ContentProblem, toError, toWarning } from './content-problem.ts';

export function* findMutantProblems(folder: ChallengeFolder, file: ChallengeFile): Generator<ContentProblem> {
  const tests = listTestFunctions(folder, file);
  const names = new Set<string>();
  for (const [index, mutant] of file.mutants.entries()) {
    const line = folder.lineOf(['mutants', index, 'file']);
    const name = mutant.file.replace(/\.py$/, '');
    if (!mutant.file.startsWith('mutants/')) {
      yield toError(tomlName, line, `${mutant.file} lies outside mutants/. Move it there.`);
    } else if (names.has(name)) {
      yield toError(tomlName, line, `The mutant ${mutant.file} is listed twice. Remove one of the two.`);
    } else {
      yield* compareMutant(folder, file, mutant.file);
    }
    names.add(name);
    for (const [at, test] of mutant.kills.entries()) {
      if (tests.size === 0 || tests.has(test)) continue;
      const message = `No test is named "${test}".${suggest(test, tests)} Correct "kills".`;
      yield toError(tomlName, folder.lineOf(['mutants', index, 'kills', at]), message);
    }
  }
  yield* findUnlisted(folder, names);
}

/** A mutant that says the same as the solution can never be caught; one that equals the starter shows nothing. */
function* compareMutant(
  folder: ChallengeFolder,
  file: ChallengeFile,
  mutantFile: string,
): Generator<ContentProblem> {
  const nested = file.files.editor.filter((path) => folder.texts.has(`${mutantFile}/${path}`));
  const pairs =
    nested.length > 0
      ? nested.map((path) => ({ path, text: folder.texts.get(`${mutantFile}/${path}`) }))
      : [{ path: file.files.editor[0] ?? '', text: folder.texts.get(mutantFile) }];
  if (pairs.some(({ text }) => text === undefined)) return;
  if (pairs.every(({ text }) => text?.trim() === '')) {
    yield toError(mutantFile, null, 'The file is empty. Write a wrong solution, or remove it.');
    return;
  }
  for (const kind of ['solution', 'starter'] as const) {
    const isSame = pairs.every(({ path, text }) => {
      const original = folder.texts.get(`${kind}/${path}`) ?? folder.texts.get(`${kind}.py`);
      return original !== undefined && text !== undefined && withoutLayout(original) === withoutLayout(text);
    });
    if (isSame) {
      const message = `The mutant equals the ${kind}. Write a mistake of its own into it.`;
      yield kind === 'solution' ? toError(mutantFile, null, message) : toWarning(mutantFile, null, message);
    }
  }
}

/** Comments on their own lines, blank lines and spaces at the ends make no other program. */
function withoutLayout(code: string): string {
  return code
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !/^\s*#/.test(line))
    .join('\n');
}

function* findUnlisted(folder: ChallengeFolder, names: ReadonlySet<string>): Generator<ContentProblem> {
  const reported = new Set<string>();
  for (const path of folder.texts.keys()) {
    if (!path.startsWith('mutants/')) continue;
    const name = path.split('/').slice(0, 2).join('/').replace(/\.py$/, '');
    const entry = path.split('/').slice(0, 2).join('/');
    if (names.has(name) || reported.has(entry)) continue;
    reported.add(entry);
    const message = `challenge.toml does not list it, so no test has to catch it. Add a [[mutants]] table with file = "${entry}", or remove it.`;
    yield toWarning(path, null, message);
  }
}

/** Names of functions that begin with "test", in all listed test files; methods too. */
function listTestFunctions(folder: ChallengeFolder, file: ChallengeFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of [...file.files.visible, ...file.files.hidden]) {
    for (const match of (folder.texts.get(path) ?? '').matchAll(/\bdef\s+(test\w*)/g)) {
      if (match[1] !== undefined) names.add(match[1]);
    }
  }
  return names;
}
