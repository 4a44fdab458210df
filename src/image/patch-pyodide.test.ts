import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { buildInterpreterScript } from './patch-pyodide.ts';
import { PyodidePatchError, patchedPyodideVersion } from './pyodide-patch-error.ts';

const folder = path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const published = {
  version: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version as string,
  emscripten: readFileSync(path.join(folder, 'pyodide.asm.mjs'), 'utf8'),
  loader: readFileSync(path.join(folder, 'pyodide.mjs'), 'utf8'),
};

test('makes a classic script of the installed Pyodide, with the three names in reach of the bootstrap', () => {
  const script = buildInterpreterScript({
    ...published,
    bootstrap:
      'seen({ interpreterAssets, loadPyodide: typeof loadPyodide, createPyodideModule: typeof createPyodideModule });',
  });
  const seen: unknown[] = [];
  // As much of a worker as Pyodide looks for when it asks where it is.
  const context = {
    seen: (value: unknown) => seen.push(value),
    WebAssembly,
    self: {},
    // Even where no policy forbids it to load scripts.
    importScripts: () => undefined,
    WorkerGlobalScope: { [Symbol.hasInstance]: () => true },
  };
  const before = Object.keys(context);
  runInNewContext(script, context);
  expect(seen).toEqual([
    {
      interpreterAssets: { module: null, stdlib: null, look: expect.any(Function) },
      loadPyodide: 'function',
      createPyodideModule: 'function',
    },
  ]);
  // The script leaves nothing behind on the global object.
  expect(Object.keys(context)).toEqual(before);
});

test('the loader gets its files from the worker, and sees the real WebAssembly but for streaming', async () => {
  const probe = 'function inClassicWorker(){return globalThis.importScripts("data:text/javascript,"),!0}';
  const loader = `${probe}
    async function load() {
      const answer = await WebAssembly.instantiateStreaming(fetch("https://x.invalid/pyodide.asm.wasm"), {});
      const stdlib = await (await fetch("https://x.invalid/python_stdlib.zip")).arrayBuffer();
      FS.writeFile(\`/lib/python.zip\`,r);
      const refused = await fetch("https://x.invalid/else").catch((error) => error.message);
      if (x.createPyodideModule)return 0;
      return { written: FS.options, module: answer.module, exports: Object.keys(answer.instance.exports), stdlib, refused,
        suspending: WebAssembly.Suspending, memory: WebAssembly.Memory === globalThis.WebAssembly.Memory };
    }
    const version = 1, x = {}, r = 0, FS = { writeFile: (path, bytes, options) => { FS.options = options } }; export{load as loadPyodide,version as version};`;
  const helper = /function _Py_CheckEmscriptenSignals_Helper\(\)\{.*?catch\(e\)\{return 0\}\}/.exec(
    published.emscripten,
  )?.[0];
  const module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  const suspending = { name: 'Suspending' };
  const real = Object.create(WebAssembly, { Suspending: { value: suspending } }) as object;
  const script = buildInterpreterScript({
    version: patchedPyodideVersion,
    emscripten: `${probe}${helper}async function _createPyodideModule() { return import.meta.url }export default _createPyodideModule;`,
    loader,
    bootstrap: 'interpreterAssets.module = module; interpreterAssets.stdlib = "zip"; done(loadPyodide());',
  });
  const result = await new Promise((resolve) => {
    runInNewContext(script, { WebAssembly: real, Response, module, done: resolve });
  });
  expect(result).toEqual({
    written: { canOwn: true },
    module,
    exports: [],
    stdlib: 'zip',
    refused: 'The interpreter has no network: https://x.invalid/else',
    suspending,
    memory: true,
  });
});

test('refuses another version', () => {
  expect(() => buildInterpreterScript({ ...published, version: '315.0.0', bootstrap: '' })).toThrow(
    `The patch of Pyodide ${patchedPyodideVersion} does not fit: version 315.0.0 does not contain package version ${patchedPyodideVersion}`,
  );
});

test.each([
  ['emscripten', 'export default _createPyodideModule;', 'pyodide.asm.mjs'],
  ['emscripten', 'async function _createPyodideModule(', 'pyodide.asm.mjs'],
  ['emscripten', 'import.meta.url', 'pyodide.asm.mjs'],
  ['emscripten', 'Module.Py_EmscriptenSignalBuffer[0]=0', 'pyodide.asm.mjs'],
  ['emscripten', 'globalThis.importScripts(', 'pyodide.asm.mjs'],
  ['loader', 'globalThis.importScripts(', 'pyodide.mjs'],
  ['loader', 'WebAssembly.instantiateStreaming(', 'pyodide.mjs'],
  ['loader', '.createPyodideModule)return', 'pyodide.mjs'],
  ['loader', 'python_stdlib.zip', 'pyodide.mjs'],
  ['loader', 'fetch(', 'pyodide.mjs'],
  ['loader', '.zip`,r)', 'pyodide.mjs'],
  ['loader', ' as loadPyodide,', 'pyodide.mjs'],
] as const)('fails when %s lacks "%s", and says where', (part, pattern, file) => {
  const parts = { ...published, bootstrap: '', [part]: published[part].replaceAll(pattern, 'gone') };
  const build = () => buildInterpreterScript(parts);
  expect(build).toThrow(PyodidePatchError);
  expect(build).toThrow(
    `The patch of Pyodide ${patchedPyodideVersion} does not fit: ${file} does not contain`,
  );
});

test.each(['emscripten', 'loader'] as const)('fails when module syntax is left in %s', (part) => {
  const parts = { ...published, bootstrap: '', [part]: `${published[part]}\nexport{more};` };
  expect(() => buildInterpreterScript(parts)).toThrow('no module syntax after patching');
});
