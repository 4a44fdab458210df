// Builds packs with the very interpreter they are for: Pyodide, run in Node at build time.
import { readdir, readFile, realpath } from 'node:fs/promises';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import type { PyCallable, PyProxy } from 'pyodide/ffi';
import type { Distribution } from './manifest.ts';
import type { PackRecipe } from './pack-recipes.ts';

/** One finished pack, not yet compressed. */
interface Pack {
  readonly content: Uint8Array;
  readonly distributions: readonly Distribution[];
}

/** Compiles packs; make one per build and use it for all of them. */
export interface PackCompiler {
  /** Makes a pack from wheels, or from Pyodide's standard library. */
  fromRecipe(recipe: PackRecipe): Pack;
  /** Makes a pack from files in memory (path inside the pack → content). */
  fromFiles(files: ReadonlyMap<string, Uint8Array>, mount: string): Pack;
}

/** The package of ours whose functions learners call. */
const ownApi = 'interleave/*';

/** In which form modules come into a pack. */
type PackContent = Pick<PackRecipe, 'withSource' | 'asSource' | 'withoutDocs'>;

/** What the compiler works from; all paths absolute. */
export interface CompilerInputs {
  readonly wheelsFolder: string;
  readonly pyodideFolder: string;
  /** A compiled standard library, to start in a second instead of several. */
  readonly stdlibFile?: string | undefined;
}

/** Starts an interpreter that compiles. */
export async function createPackCompiler(inputs: CompilerInputs): Promise<PackCompiler> {
  const pyodide = await loadPyodide({
    // The seed orders sets inside code objects; without it no two builds would be the same.
    env: { PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', HOME: '/home/pyodide' },
    ...(inputs.stdlibFile === undefined ? {} : { stdLibURL: inputs.stdlibFile }),
  });
  await mount(pyodide, '/pyodide-package', inputs.pyodideFolder);
  await mount(pyodide, '/wheels', inputs.wheelsFolder);
  const wheels = await readdir(inputs.wheelsFolder);
  const source = await readFile(new URL('./compile_pack.py', import.meta.url), 'utf8');
  const python = pyodide.globals.get('dict')() as PyProxy;
  pyodide.runPython(source, { globals: python, filename: 'compile_pack.py' });
  const call = (name: string, ...parameters: unknown[]): PyProxy =>
    (python.get(name) as PyCallable)(...parameters);

  const finish = (
    files: PyProxy,
    mountPath: string,
    { withSource = [], asSource = [], withoutDocs = [] }: PackContent,
  ): Pack => {
    const bytes = (python.get('build_pack') as PyCallable).callKwargs(files, mountPath, {
      with_source: pyodide.toPy([...withSource]),
      as_source: pyodide.toPy([...asSource]),
      without_docs: pyodide.toPy([...withoutDocs]),
    });
    const distributions = call('read_distributions', files).toJs() as [string, string][];
    const content = bytes.toJs() as Uint8Array;
    bytes.destroy();
    files.destroy();
    return {
      content: content.slice(),
      distributions: distributions.map(([name, version]) => ({ name, version })),
    };
  };

  return {
    fromRecipe(recipe) {
      const archives =
        recipe.distributions.length === 0
          ? ['/pyodide-package/python_stdlib.zip']
          : recipe.distributions.map((name) => `/wheels/${findWheel(wheels, name)}`);
      const all = call('read_archives', pyodide.toPy(archives));
      const chosen = call('select', all, pyodide.toPy([...recipe.drop]), pyodide.toPy([...recipe.keep]));
      all.destroy();
      return finish(chosen, recipe.mount, recipe);
    },
    fromFiles(files, mountPath) {
      const dict = pyodide.toPy(new Map());
      const toBytes = pyodide.globals.get('bytes') as PyCallable;
      // A copy, because Pyodide knows Uint8Array but not Node's Buffer, and divides by its unknown item size.
      for (const [name, content] of files) dict.set(name, toBytes(pyodide.toPy(Uint8Array.from(content))));
      // What learners call shows its lines in tracebacks; the rest is folded away there, as the library is.
      return finish(dict, mountPath, { withSource: [ownApi] });
    },
  };
}

/**
 * Finds a distribution's wheel among file names.
 * @throws when there is not exactly one
 */
export function findWheel(names: readonly string[], distribution: string): string {
  const found = names.filter(
    (name) => name.toLowerCase().startsWith(`${distribution}-`) && name.endsWith('.whl'),
  );
  const [wheel] = found;
  if (wheel === undefined || found.length > 1) {
    throw new Error(`${found.length} wheels of ${distribution} are among the wheels; exactly one is needed.`);
  }
  return wheel;
}

async function mount(pyodide: PyodideAPI, place: string, folder: string): Promise<void> {
  pyodide.FS.mkdirTree(place);
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: await realpath(folder) }, place);
}
