/** A folder with code and tests, sorted: what is tested, what tests it, what lies beside. */
import { decodeText, type SourceFiles } from '../source-files.ts';
import type { PythonModule, PythonReader } from './python-reader.ts';

interface ProjectFile {
  /** Path in a run's folder; a `src/` before it is gone. */
  readonly path: string;
  readonly text: string;
  readonly module: PythonModule;
}

export interface PythonProject {
  readonly tests: readonly ProjectFile[];
  /** Modules that the tests reach by imports and that have something to write. */
  readonly code: readonly ProjectFile[];
  /** Everything else that a run needs. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly readme: string;
  readonly licence: string;
  /** Names of modules that are neither here nor in Python. */
  readonly foreign: readonly string[];
  /** Files of the project's own set-up, which a challenge has no use for. */
  readonly leftOut: readonly string[];
  /** Sentences: why this cannot become a challenge. */
  readonly problems: readonly string[];
}

const testName = /(^|\/)(test_[^/]*|[^/]*_test)\.py$/;
const setUp =
  /^(\.[^/]+.*|pyproject\.toml|setup\.(py|cfg)|tox\.ini|pytest\.ini|noxfile\.py|Makefile|Pipfile.*|poetry\.lock|uv\.lock|requirements[^/]*\.txt|MANIFEST\.in|CHANGELOG.*|CONTRIBUTING.*|docs\/.*|[^/]+\.egg-info\/.*|(dist|build)\/.*)$/i;

export function sortProject(source: SourceFiles, reader: PythonReader): PythonProject {
  const leftOut: string[] = [];
  const problems: string[] = [];
  const rest = new Map<string, Uint8Array>();
  const modules = new Map<string, ProjectFile>();
  let readme = '';
  let licence = '';
  for (const [name, bytes] of source.files) {
    const text = decodeText(bytes);
    if (/^readme(\.\w+)?$/i.test(name)) readme = text ?? '';
    else if (/^(licen[cs]e|copying|notice)(\.\w+)?$/i.test(name)) licence = `${licence}${text ?? ''}\n`;
    else if (setUp.test(name)) leftOut.push(name);
    else if (!name.endsWith('.py')) rest.set(withoutSrc(name), bytes);
    else if (text === null) problems.push(`${name} is not UTF-8 text.`);
    else {
      const module = reader.read(text);
      if (typeof module === 'string') problems.push(`${name}: ${module}`);
      else modules.set(withoutSrc(name), { path: withoutSrc(name), text, module });
    }
  }

  const all = [...modules.values()];
  const tests = all.filter((file) => testName.test(file.path) && file.module.hasTests);
  const reached = reach(tests, modules);
  const code = all.filter(
    (file) =>
      !tests.includes(file) &&
      reached.has(file.path) &&
      !/(^|\/)conftest\.py$/.test(file.path) &&
      !/^tests?\//.test(file.path) &&
      file.module.starter !== file.text,
  );
  if (tests.length === 0)
    problems.push('There is no test in it: a file test_*.py or *_test.py with a test function.');
  else if (code.length === 0)
    problems.push('Its tests import no function or class of the folder, so nothing is left to write.');
  const assets = new Map(rest);
  for (const file of all) {
    if (tests.includes(file) || code.includes(file)) continue;
    const bytes = new TextEncoder().encode(file.text);
    assets.set(file.path, bytes);
    // pytest puts the folder of a test on the path; a challenge has its own folder there alone.
    const name = file.path.split('/').at(-1) ?? '';
    if (/^tests?\/[^/]+$/.test(file.path) && !modules.has(name) && isImportedByName(tests, name))
      assets.set(name, bytes);
  }
  const foreign = listForeign(all, modules, reader);
  return { tests, code, assets, readme, licence, foreign, leftOut, problems };
}

function withoutSrc(name: string): string {
  return name.replace(/^src\/(?=[^/]+)/, '');
}

/** Paths of all modules that the tests import, directly or not. */
function reach(
  tests: readonly ProjectFile[],
  modules: ReadonlyMap<string, ProjectFile>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const todo = [...tests];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    for (const path of listTargets(file)) {
      const target = modules.get(path);
      if (target === undefined || seen.has(path)) continue;
      seen.add(path);
      todo.push(target);
    }
  }
  return seen;
}

/** Paths that an import of this file could mean. */
function listTargets({ path, module }: ProjectFile): readonly string[] {
  const folder = path.split('/').slice(0, -1);
  return module.imports.flatMap(({ module: name, names, level }) => {
    const base = level === 0 ? [] : folder.slice(0, folder.length - (level - 1));
    const parts = [...base, ...(name === '' ? [] : name.split('.'))];
    const ancestors = parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/__init__.py`);
    const below = names.map((item) => `${[...parts, item].join('/')}.py`);
    return [`${parts.join('/')}.py`, ...ancestors, ...below];
  });
}

function isImportedByName(tests: readonly ProjectFile[], file: string): boolean {
  const name = file.replace(/\.py$/, '');
  return tests.some(({ module }) => module.imports.some((item) => item.level === 0 && item.module === name));
}

function listForeign(
  files: readonly ProjectFile[],
  modules: ReadonlyMap<string, ProjectFile>,
  { standardLibrary }: PythonReader,
): readonly string[] {
  const own = new Set([...modules.keys()].flatMap((path) => path.replace(/\.py$/, '').split('/')));
  const names = files.flatMap(({ module }) =>
    module.imports.filter((item) => item.level === 0).map((item) => item.module.split('.')[0] ?? ''),
  );
  return [...new Set(names)]
    .filter((name) => name !== 'pytest' && !standardLibrary.has(name) && !own.has(name))
    .sort();
}
