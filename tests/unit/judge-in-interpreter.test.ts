/** The judge's golden folders inside the interpreter that is shipped: CPython as WebAssembly, from the image's own packs. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImageFile, manifestSchema } from '../../src/image/manifest.ts';

const root = path.resolve(import.meta.dirname, '../..');
const image = path.join(root, '.cache/image');
const golden = path.join(root, 'python/tests/golden');
const cases = await readdir(golden);
/** The cell of a shared array that waiting sleeps on; nobody ever notifies it. */
const cells = new Int32Array(new SharedArrayBuffer(4));
const problemsSchema = v.array(v.object({ case: v.string(), problem: v.string() }));
const bootMs = 300_000;

let scratch: string;
let goldens: { missing_package(folder: string, name: string): string | undefined };
let problems: v.InferOutput<typeof problemsSchema>;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(os.tmpdir(), 'interleave-'));
  const python = await startInterpreter();
  goldens = python.pyimport('run_goldens');
  const check = python.pyimport('run_goldens').check_goldens;
  problems = v.parse(problemsSchema, JSON.parse(String(check('/tests/golden'))));
}, bootMs);

afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('the golden folders inside the interpreter', () => {
  test('are there', () => {
    expect(cases.length).toBeGreaterThan(30);
  });

  test.each(cases)('%s', (name) => {
    expect(goldens.missing_package('/tests/golden', name)).toBeUndefined();
    expect(problems.filter((problem) => problem.case === name)).toEqual([]);
  });
});

async function startInterpreter(): Promise<PyodideAPI> {
  const manifest = v.parse(
    manifestSchema,
    JSON.parse(await readFile(path.join(image, 'manifest.json'), 'utf8')),
  );
  const stdlib = path.join(scratch, 'python_stdlib.zip');
  await writeFile(stdlib, await inflate(manifest.files.stdlib));
  const python = await loadPyodide({
    stdLibURL: stdlib,
    env: { PYTHONDONTWRITEBYTECODE: '1', PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1', HOME: '/home/pyodide' },
  });
  expect(python.runPython('import sys; sys.version.split()[0]')).toBe(manifest.python);
  const search = python.pyimport('sys').path;
  const { files, packages } = manifest;
  for (const file of [files.site, files.interleave, packages['pytest-asyncio'], packages.anyio]) {
    python.FS.writeFile(`/${file.path}`, await inflate(file));
    search.append(`/${file.path}`);
  }
  python.FS.mkdirTree('/tests');
  python.FS.mount(python.FS.filesystems.NODEFS, { root: path.join(root, 'python/tests') }, '/tests');
  search.append('/tests');
  python.pyimport('kernel').install(
    (milliseconds: number) => void Atomics.wait(cells, 0, 0, milliseconds),
    () => {},
  );
  return python;
}

async function inflate(file: ImageFile): Promise<Uint8Array> {
  return gunzipSync(await readFile(path.join(image, file.path)));
}
