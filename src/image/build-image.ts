// Builds the interpreter image into .cache/image: `tsx src/image/build-image.ts`.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { createPackCompiler, findWheel, type PackCompiler } from './build-packs.ts';
import { bundleScript, checkInlineScript } from './bundle-script.ts';
import {
  type ImageManifest,
  manifestSchema,
  type PackageGroup,
  packageGroups,
  packMountPath,
} from './manifest.ts';
import { readOwnPython } from './own-python.ts';
import { type PackRecipe, packRecipes } from './pack-recipes.ts';
import { type Part, PartCache, sha256, writeWhole } from './part-cache.ts';
import { buildInterpreterScript } from './patch-pyodide.ts';
import { type TrimmedGlue, trimGlue } from './trim-glue.ts';
import { trimWasm } from './trim-wasm.ts';

/** Where the build reads and writes. */
export interface ImageBuildOptions {
  /** Absolute folder of the project. */
  readonly root: string;
  /** The worker's TypeScript entry, relative to root. */
  readonly workerEntry?: string;
  /** The frame's TypeScript entry, relative to root. */
  readonly frameEntry?: string;
  /** Hears one sentence per part that had to be built. */
  readonly say?: (line: string) => void;
}

const lockSchema = v.object({ info: manifestSchema.entries.lockInfo });
const packageSchema = v.object({ version: v.string() });

/** Builds whatever is out of date, and writes the manifest last. */
export async function buildImage(options: ImageBuildOptions): Promise<ImageManifest> {
  return new ImageBuild(options).run();
}

class ImageBuild {
  readonly #options: Required<ImageBuildOptions>;
  readonly #cache: PartCache;
  readonly #pyodide: string;
  readonly #wheels: string;
  #compiler: PackCompiler | null = null;
  #stdlib: Part | null = null;

  constructor(options: ImageBuildOptions) {
    this.#options = {
      workerEntry: 'src/sandbox/worker/main.ts',
      frameEntry: 'src/sandbox/frame/main.ts',
      say: () => {},
      ...options,
    };
    const { root } = options;
    this.#cache = new PartCache(path.join(root, '.cache/image'), path.join(root, '.cache/image-parts'));
    this.#pyodide = path.join(root, 'node_modules/pyodide');
    this.#wheels = path.join(root, '.cache/wheels');
  }

  async run(): Promise<ImageManifest> {
    const { version } = v.parse(packageSchema, JSON.parse(await this.#pyodideText('package.json')));
    const { info } = v.parse(lockSchema, JSON.parse(await this.#pyodideText('pyodide-lock.json')));
    const frame = await this.#bundleFrame();
    const { worker, wasm } = await this.#interpreterParts(version);
    const packs = await this.#packParts(version);
    const interleave = await this.#ownPythonPart(version);

    const files = {
      wasm: toFile(wasm),
      worker: toFile(worker),
      stdlib: toFile(pick(packs, 'stdlib')),
      site: toFile(pick(packs, 'site')),
      interleave: toFile(interleave),
    };
    const packages = Object.fromEntries(
      packageGroups.map((group) => [
        group,
        { ...toFile(pick(packs, group)), distributions: pick(packs, group).distributions },
      ]),
    );
    const description = { pyodide: version, python: info.python, lockInfo: info, frame, files, packages };
    const id = sha256(JSON.stringify(description)).slice(0, 16);
    const manifest = v.parse(manifestSchema, { schema: 1, id, ...description });
    await writeWhole(
      path.join(this.#cache.folder, 'manifest.json'),
      `${JSON.stringify(manifest, null, 2)}\n`,
    );
    await this.#cache.prune(
      new Set([
        'manifest.json',
        ...[...Object.values(files), ...Object.values(packages)].map((file) => file.path),
      ]),
    );
    return manifest;
  }

  async #bundleFrame(): Promise<ImageManifest['frame']> {
    const { root, frameEntry } = this.#options;
    const boot = await bundleScript(root, frameEntry);
    checkInlineScript(boot, frameEntry);
    return { boot, sha256: createHash('sha256').update(boot).digest('base64') };
  }

  async #interpreterParts(version: string): Promise<{ worker: Part; wasm: Part }> {
    const { root, workerEntry } = this.#options;
    const content = await readFile(path.join(this.#pyodide, 'pyodide.asm.wasm'));
    const loader = await this.#pyodideText('pyodide.mjs');
    const bootstrap = await bundleScript(root, workerEntry);
    const glue = await this.#trimmedGlue(content, [loader, bootstrap]);
    const script = buildInterpreterScript({ version, emscripten: glue.script, loader, bootstrap });
    const used = JSON.stringify([...glue.exports].sort());
    return {
      worker: await this.#part('worker', sha256(script), async () => ({
        content: new TextEncoder().encode(script),
      })),
      wasm: await this.#part('wasm', sha256(await trimmerText(), content, used), async () => ({
        content: trimWasm(content, glue.exports),
      })),
    };
  }

  async #trimmedGlue(content: Uint8Array<ArrayBuffer>, callers: readonly string[]): Promise<TrimmedGlue> {
    const module = await WebAssembly.compile(content);
    const functions = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function');
    return trimGlue(await this.#pyodideText('pyodide.asm.mjs'), {
      imports: new Set(functions.map(({ name }) => name)),
      exports: new Set(WebAssembly.Module.exports(module).map(({ name }) => name)),
      callers,
    });
  }

  async #packParts(version: string): Promise<ReadonlyMap<PackRecipe['name'], Part>> {
    const parts = new Map<PackRecipe['name'], Part>();
    for (const recipe of packRecipes) {
      const inputs = sha256(
        await compilerText(),
        version,
        JSON.stringify(recipe),
        ...(await this.#archiveHashes(recipe)),
      );
      const part = await this.#part(recipe.name, inputs, async () =>
        (await this.#compile()).fromRecipe(recipe),
      );
      if (recipe.name === 'stdlib') this.#stdlib = part;
      parts.set(recipe.name, part);
    }
    return parts;
  }

  async #ownPythonPart(version: string): Promise<Part> {
    const files = await readOwnPython(path.join(this.#options.root, 'python'));
    const inputs = sha256(await compilerText(), version, ...[...files].flat());
    return this.#part('interleave', inputs, async () =>
      (await this.#compile()).fromFiles(files, packMountPath('interleave')),
    );
  }

  async #part(
    name: string,
    inputs: string,
    make: () => Promise<{ content: Uint8Array; distributions?: Part['distributions'] }>,
  ) {
    const found = await this.#cache.find(name, inputs);
    if (found !== null) return found;
    const startedAt = performance.now();
    const content = await make().catch((error: unknown) => {
      throw new Error(`the part "${name}": ${lastLine(error)}`, { cause: error });
    });
    const part = await this.#cache.store(name, inputs, content);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    this.#options.say(
      `${name}: ${kilobytes(part.bytes)}, ${kilobytes(part.wireBytes)} on the wire (${seconds} s)`,
    );
    return part;
  }

  /** The interpreter that compiles is started only when something is to be compiled, and then from our own pack. */
  async #compile(): Promise<PackCompiler> {
    if (this.#compiler !== null) return this.#compiler;
    let stdlibFile: string | undefined;
    if (this.#stdlib !== null) {
      stdlibFile = path.join(this.#cache.records, 'python_stdlib.zip');
      await mkdir(this.#cache.records, { recursive: true });
      await writeWhole(stdlibFile, await this.#cache.read(this.#stdlib));
    }
    this.#compiler = await createPackCompiler({
      wheelsFolder: this.#wheels,
      pyodideFolder: this.#pyodide,
      stdlibFile,
    });
    return this.#compiler;
  }

  async #archiveHashes(recipe: PackRecipe): Promise<string[]> {
    if (recipe.distributions.length === 0)
      return [sha256(await readFile(path.join(this.#pyodide, 'python_stdlib.zip')))];
    const names = await readdir(this.#wheels).catch(() => {
      throw new Error('.cache/wheels does not exist: run `npm start`, which fetches the wheels.');
    });
    const files = recipe.distributions.map((name) => path.join(this.#wheels, findWheel(names, name)));
    return Promise.all(files.map(async (file) => sha256(await readFile(file))));
  }

  #pyodideText(name: string): Promise<string> {
    return readFile(path.join(this.#pyodide, name), 'utf8');
  }
}

function compilerText(): Promise<string> {
  return readFile(new URL('./compile_pack.py', import.meta.url), 'utf8');
}

function trimmerText(): Promise<string> {
  return readFile(new URL('./trim-wasm.ts', import.meta.url), 'utf8');
}

function toFile({ path: file, bytes, wireBytes }: Part) {
  return { path: file, bytes, wireBytes };
}

function pick(parts: ReadonlyMap<PackRecipe['name'], Part>, name: 'stdlib' | 'site' | PackageGroup): Part {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`No recipe makes the pack "${name}".`);
  return part;
}

/** Python's errors come with their traceback; what happened stands in the last line. */
function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trimEnd().split('\n').at(-1) ?? text;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
  try {
    await buildImage({ root, say: (line) => console.log(line) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
