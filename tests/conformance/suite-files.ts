/** Finds the files of a suite that one of its modules needs, and gives them as files of a run. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { RunFile } from '../../src/domain/challenge.ts';

const skippedFolders = new Set(['__pycache__']);
/** A folder of data that is larger than this is not what a test opens by the way. */
const dataBytes = 4_000_000;
/** The package that a suite's modules import one another from. */
const packageName = 'test';

export interface Suite {
  /** The modules behind a name: itself, or those of the package. Without the package's own name. */
  expand(name: string): Promise<readonly string[]>;
  /** Everything the module imports from the suite, directly or not, and the data those files name. */
  filesOf(module: string): Promise<readonly RunFile[]>;
}

export async function openSuite(folder: string): Promise<Suite> {
  const names = new Set(await readdir(folder));
  const dataFolders = await findDataFolders(folder);

  async function collect(module: string): Promise<Set<string>> {
    const found = new Set<string>(['__init__.py']);
    const waiting = [...(await filesBehind(module)), ...(await listTree('support'))];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (found.has(file)) continue;
      found.add(file);
      if (!file.endsWith('.py')) continue;
      const source = await readFile(path.join(folder, file), 'utf8');
      for (const name of importedNames(source)) waiting.push(...(await filesBehind(name)));
      for (const data of dataFolders) {
        if (source.includes(`'${data}'`) || source.includes(`"${data}"`))
          waiting.push(...(await listTree(data)));
      }
    }
    return found;
  }

  /** A package comes whole. */
  async function filesBehind(module: string): Promise<string[]> {
    const top = module.split('.')[0] ?? '';
    if (names.has(`${top}.py`)) return [`${top}.py`];
    return names.has(top) ? listTree(top) : [];
  }

  async function listTree(inside: string): Promise<string[]> {
    const entries = await readdir(path.join(folder, inside), { withFileTypes: true });
    const lists = entries
      .filter((entry) => !skippedFolders.has(entry.name))
      .map((entry) =>
        entry.isDirectory()
          ? listTree(path.posix.join(inside, entry.name))
          : Promise.resolve([path.posix.join(inside, entry.name)]),
      );
    return (await Promise.all(lists)).flat();
  }

  return {
    expand: async (name) => {
      if (!names.has(name) || names.has(`${name}.py`)) return [name];
      const files = await readdir(path.join(folder, name));
      const modules = files.filter((file) => /^test_\w+\.py$/.test(file)).sort();
      return modules.map((file) => `${name}.${file.slice(0, -'.py'.length)}`);
    },
    filesOf: async (module) => {
      const files = [...(await collect(module))].sort();
      return Promise.all(files.map((file) => readRunFile(folder, file)));
    },
  };
}

/** Folders that are no packages and not large. */
async function findDataFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || skippedFolders.has(entry.name)) continue;
    const inside = await readdir(path.join(folder, entry.name));
    if (inside.includes('__init__.py')) continue;
    const sizes = await Promise.all(inside.map((name) => stat(path.join(folder, entry.name, name))));
    if (sizes.reduce((sum, { size }) => sum + size, 0) <= dataBytes) found.push(entry.name);
  }
  return found;
}

/** Names below the suite's package that a source imports. */
function importedNames(source: string): string[] {
  const names: string[] = [];
  for (const [, module] of source.matchAll(/\b(?:from|import)\s+test\.(\w+)/g))
    if (module) names.push(module);
  for (const [, list] of source.matchAll(/\bfrom\s+test\s+import\s+(\([^)]*\)|[^\n]+)/g)) {
    for (const [name] of (list ?? '').matchAll(/\w+/g)) names.push(name);
  }
  for (const [, module] of source.matchAll(/['"]test\.(\w+)['".]/g)) if (module) names.push(module);
  return names;
}

async function readRunFile(folder: string, file: string): Promise<RunFile> {
  const bytes = await readFile(path.join(folder, file));
  const place = `${packageName}/${file}`;
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return { path: place, text };
  return { path: place, base64: bytes.toString('base64') };
}
