/** What must hold of a challenge folder beyond its schema, as far as reading tells; the rest takes a run. */
import { type ChallengeFolder, tomlName } from './challenge-folder.ts';
import type { ChallengeFile } from './challenge-schema.ts';
import { type ContentProblem, toError, toWarning } from './content-problem.ts';
import { findMutantProblems } from './mutant-rules.ts';
import { foldPath } from './relative-path.ts';
import { findShownAssetProblems } from './shown-asset-rules.ts';
import { languagePattern, parseTranslatedName } from './translated-texts.ts';

/** What `new` writes where an author has to put words of their own. */
const placeholder = 'TODO(author)';

export function findFolderProblems(folder: ChallengeFolder, file: ChallengeFile): readonly ContentProblem[] {
  return [
    ...checkSlug(folder, file),
    ...checkMinutes(folder, file),
    ...checkNeeds(folder, file),
    ...checkTestLists(folder, file),
    ...checkEditorFiles(folder, file),
    ...checkEmptyFiles(folder, file),
    ...checkTranslations(folder),
    ...checkDrawings(folder),
    ...checkPlaceholders(folder),
    ...findMutantProblems(folder, file),
    ...findShownAssetProblems(folder, file),
    ...checkUnusedFiles(folder, file),
  ];
}

function* checkSlug(folder: ChallengeFolder, file: ChallengeFile): Generator<ContentProblem> {
  if (file.slug === folder.slug) return;
  const message = `The slug is "${file.slug}" but the folder is named "${folder.slug}". Make them equal.`;
  yield toError(tomlName, folder.lineOf(['slug']), message);
}

function* checkMinutes(folder: ChallengeFolder, file: ChallengeFile): Generator<ContentProblem> {
  const isWarmUp = file.kind === 'warm-up';
  const [low, high] = isWarmUp ? [5, 15] : [20, 60];
  if (file.minutes >= low && file.minutes <= high) return;
  const message = isWarmUp
    ? `A warm-up takes 5 to 15 minutes, but "minutes" is ${file.minutes}. Shorten it or change "kind".`
    : `A challenge takes 20 to 60 minutes, but "minutes" is ${file.minutes}. Correct it, or set kind = "warm-up".`;
  yield toError(tomlName, folder.lineOf(['minutes']), message);
}

function* checkNeeds(folder: ChallengeFolder, file: ChallengeFile): Generator<ContentProblem> {
  if (file.processes > 0 && !file.needs.includes('processes')) {
    const message = 'It has a number of processes, but "needs" does not name "processes". Add it there.';
    yield toError(tomlName, folder.lineOf(['processes']), message);
  }
  if (file.seeds.length > 0 && !file.needs.includes('threads')) {
    const message = 'It has seeds, but "needs" does not name "threads". Add it there, or remove the seeds.';
    yield toError(tomlName, folder.lineOf(['seeds']), message);
  }
}

function* checkTestLists(folder: ChallengeFolder, file: ChallengeFile): Generator<ContentProblem> {
  const seen = new Set<string>();
  for (const key of ['visible', 'hidden'] as const) {
    for (const [index, path] of file.files[key].entries()) {
      const line = folder.lineOf(['files', key, index]);
      if (seen.has(path)) yield toError(tomlName, line, `${path} is listed twice. Remove one of the two.`);
      seen.add(path);
      // Imported tests stay where they look for their neighbours.
      const isInPlace = path.startsWith('tests/') || file.draft;
      if (!isInPlace || !path.endsWith('.py')) {
        const message = `${path} is no test file: those are named tests/test_….py. Move it or correct the name.`;
        yield toError(tomlName, line, message);
      } else if (
        folder.texts.get(path)?.trim() &&
        !/\bdef test|\btest\w* =/.test(folder.texts.get(path) ?? '')
      ) {
        yield toWarning(path, null, 'No test function is to be seen: their names begin with "test_".');
      }
    }
  }
  for (const path of folder.texts.keys()) {
    if (!path.startsWith('tests/') || seen.has(path)) continue;
    const message = /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(path)
      ? 'challenge.toml does not list it, so it never runs. Add it to files.visible or files.hidden, or remove it.'
      : 'Nothing under tests/ is laid out but the listed test files. Move what they share to assets/, or remove it.';
    yield toError(path, null, message);
  }
}

function* checkEditorFiles(folder: ChallengeFolder, file: ChallengeFile): Generator<ContentProblem> {
  const editor = new Map<string, string>();
  for (const [index, path] of file.files.editor.entries()) {
    const line = folder.lineOf(['files', 'editor', index]);
    const other = editor.get(foldPath(path));
    if (other !== undefined) yield toError(tomlName, line, `${path} and ${other} are one file. Remove one.`);
    editor.set(foldPath(path), path);
    if (path.startsWith('tests/')) {
      const message = `${path} would lie among the tests. Name it without a folder, as in "test_shop.py".`;
      yield toError(tomlName, line, message);
    }
  }
  for (const path of [...folder.texts.keys(), ...folder.binaries.keys()]) {
    if (!path.startsWith('assets/')) continue;
    const target = path.slice('assets/'.length);
    if (editor.has(foldPath(target))) {
      const message = `The learner's ${target} takes its place, so nobody sees it. Rename one of the two.`;
      yield toError(path, null, message);
    } else if (target.startsWith('tests/') && !file.draft) {
      yield toError(path, null, 'It would lie among the tests. Put it somewhere else under assets/.');
    }
  }
}

function* checkEmptyFiles(folder: ChallengeFolder, file: ChallengeFile): Generator<ContentProblem> {
  const needed = [...file.files.visible, ...file.files.hidden];
  for (const [path, text] of folder.texts) {
    if (text.trim() !== '') continue;
    const isText = path.endsWith('.md');
    const isSolution = path === 'solution.py';
    if (isText || isSolution || needed.includes(path)) {
      yield toError(path, null, 'The file is empty. Write it or remove it.');
    }
  }
}

function* checkTranslations(folder: ChallengeFolder): Generator<ContentProblem> {
  const languages = new Map<string, string>();
  for (const path of folder.texts.keys()) {
    const name = parseTranslatedName(path);
    if (name === null) continue;
    if (!languagePattern.test(name.language)) {
      const message = `"${name.language}" is no language tag. Name it like ${name.original.replace('.md', '.zh.md')} or …pt-BR.md.`;
      yield toError(path, null, message);
      continue;
    }
    if (!folder.texts.has(name.original)) {
      yield toError(path, null, `There is no ${name.original} that it could translate.`);
    }
    languages.set(name.language, path);
  }
  for (const [language, path] of languages) {
    if (folder.texts.has(`statement.${language}.md`)) continue;
    const message = `There is no statement.${language}.md, so learners would switch languages on the way. Translate the statement first.`;
    yield toWarning(path, null, message);
  }
}

/** Pages show drawings as pictures, where nothing in them can run; what tries to is a mistake or worse. */
function* checkDrawings(folder: ChallengeFolder): Generator<ContentProblem> {
  const active = /<script\b|<foreignObject\b|\son\w+\s*=|javascript:|<!ENTITY\b/i;
  for (const [path, text] of folder.texts) {
    if (!path.toLowerCase().endsWith('.svg')) continue;
    const found = active.exec(text);
    if (found === null) continue;
    const line = text.slice(0, found.index).split('\n').length;
    yield toError(path, line, `A drawing must not contain "${found[0].trim()}". Save it as a plain SVG.`);
  }
}

function* checkPlaceholders(folder: ChallengeFolder): Generator<ContentProblem> {
  for (const [path, text] of folder.texts) {
    for (const [index, line] of text.split('\n').entries()) {
      if (!line.includes(placeholder)) continue;
      const note = line.slice(line.indexOf(placeholder) + placeholder.length).replace(/^[:\s]+/, '');
      const words = note
        .replace(/(-->|"|\*\/).*$/, '')
        .trim()
        .replace(/\.$/, '');
      const message = `The template's words still stand here${words === '' ? '' : ` (${words})`}. Put your own in their place.`;
      yield toWarning(path, index + 1, message);
    }
  }
}

const topLevel = new Set([
  'challenge.toml',
  'statement.md',
  'explanation.md',
  'NOTICE.md',
  'README.md',
  'LICENSE',
]);

function* checkUnusedFiles(folder: ChallengeFolder, file: ChallengeFile): Generator<ContentProblem> {
  const { editor, visible, hidden } = file.files;
  const tests = new Set([...visible, ...hidden]);
  const isLong = (kind: string) => editor.some((path) => folder.texts.has(`${kind}/${path}`));
  for (const path of folder.texts.keys()) {
    if (topLevel.has(path) || tests.has(path) || /^(tests|assets|mutants)\//.test(path)) continue;
    if (parseTranslatedName(path) !== null || /^hints\/[1-9]\d?\.md$/.test(path)) continue;
    const [kind = '', inner] = path.split(/\/(.*)/s);
    if ((kind === 'starter' || kind === 'solution') && inner !== undefined && editor.includes(inner))
      continue;
    const short = /^(starter|solution)\.py$/.exec(path)?.[1];
    if (short !== undefined && editor.length === 1 && !isLong(short)) continue;
    yield toWarning(path, null, `Nothing uses this file. ${explainUnused(path, short, editor)}`);
  }
}

function explainUnused(path: string, short: string | undefined, editor: readonly string[]): string {
  if (short !== undefined) {
    return editor.length > 1
      ? `With several files in files.editor, each has its own under ${short}/.`
      : `${short}/ holds the same; keep one of the two.`;
  }
  if (/^(starter|solution)\//.test(path)) return 'List it in files.editor, or remove it.';
  if (path.startsWith('hints/')) return 'Hints are named hints/1.md, hints/2.md, hints/3.md.';
  return 'Put data and given modules into assets/, or remove it.';
}
