// Turns Pyodide's two published modules into one classic script that boots from bytes handed in.
//
// Why: Chromium starts no module worker from a blob: URL inside an opaque origin, and the sandbox has no network to
// import or fetch from. Nothing of Pyodide's behaviour is changed; only how its parts find each other is, and what
// nothing here can reach is left out (trim-glue.ts, trim-wasm.ts).
// Pyodide is under the MPL-2.0; these files are the complete description of what we change, and are published with the
// app.
import { PyodidePatchError, patchedPyodideVersion } from './pyodide-patch-error.ts';

/** What the interpreter's classic script is made of. */
export interface InterpreterScriptParts {
  /** Version in Pyodide's package.json. */
  readonly version: string;
  /** Text of `pyodide.asm.mjs`: Emscripten's module, trimmed or not. */
  readonly emscripten: string;
  /** Text of `pyodide.mjs`: the loader. */
  readonly loader: string;
  /**
   * The product's own worker, as a script that uses the names `interpreterAssets`, `loadPyodide` and
   * `createPyodideModule` from its surroundings.
   */
  readonly bootstrap: string;
}

/**
 * Builds the classic worker script.
 * @throws PyodidePatchError when the text of Pyodide is not the one the patch was written for
 */
export function buildInterpreterScript({
  version,
  emscripten,
  loader,
  bootstrap,
}: InterpreterScriptParts): string {
  if (version !== patchedPyodideVersion) {
    throw new PyodidePatchError(`package version ${patchedPyodideVersion}`, `version ${version}`);
  }
  return [
    '"use strict";(() => {',
    // The worker fills these before it calls loadPyodide; nothing is put on the global object.
    'const interpreterAssets = { module: null, stdlib: null, look: () => 0 };',
    `const createPyodideModule = (() => {\n${patchEmscripten(emscripten)}\nreturn _createPyodideModule;\n})();`,
    `const { loadPyodide } = (() => {\n${shadowedNames}\n${patchLoader(loader)}\n})();`,
    bootstrap,
    '})();',
    '',
  ].join('\n');
}

// Seen by the loader only, in place of the global names: it asks for two files, and gets what the worker was handed.
// The WebAssembly here inherits everything else (Suspending, promising, SuspendError, …) from the real one, live.
const shadowedNames = `const fetch = async (address) => {
  const name = String(address);
  if (name.endsWith(".wasm")) return interpreterAssets.module;
  if (name.endsWith("python_stdlib.zip")) return { ok: true, arrayBuffer: async () => interpreterAssets.stdlib };
  throw new TypeError("The interpreter has no network: " + name);
};
const WebAssembly = Object.create(globalThis.WebAssembly, {
  instantiateStreaming: {
    value: async (source, imports) => {
      const module = await source;
      return { module, instance: await globalThis.WebAssembly.instantiate(module, imports) };
    },
  },
});`;

// CPython looks for signals after every so many instructions, and in str(), repr() and others each time. Who is asked is
// the worker's function: to come to it through Pyodide's interrupt buffer costs ten times as much as the call.
const signalLook =
  'if(!Module.Py_EmscriptenSignalBuffer){return 0}try{let result=Module.Py_EmscriptenSignalBuffer[0];' +
  'Module.Py_EmscriptenSignalBuffer[0]=0;return result}catch(e){return 0}';
const signalCall = 'return interpreterAssets.look()';

// Pyodide turns down workers that can load scripts, for it would import its parts; here none is imported. Whether the
// probe succeeds hung on the frame's policy, which an extension or a developer's tools may lift.
const workerProbe = 'globalThis.importScripts("data:text/javascript,")';

function skipWorkerProbe(text: string, where: string): string {
  expectOnce(text, `return ${workerProbe},!0`, where);
  return text.replace(`return ${workerProbe},!0`, 'return !1');
}

function patchEmscripten(text: string): string {
  const where = 'pyodide.asm.mjs';
  expectOnce(text, 'async function _createPyodideModule(', where);
  expectOnce(text, 'export default _createPyodideModule;', where);
  expectSome(text, 'import.meta.url', where);
  expectOnce(text, signalLook, where);
  const script = skipWorkerProbe(text, where)
    .replace('export default _createPyodideModule;', '')
    .replace(signalLook, signalCall)
    .replaceAll('import.meta.url', '"https://pyodide.invalid/pyodide.asm.mjs"');
  refuseModuleSyntax(script, where);
  return script;
}

// Eight megabytes that nobody else uses: the file system may have them as they are.
const stdlibWritten = '.zip`,r)';
const stdlibOwned = '.zip`,r,{canOwn:!0})';

function patchLoader(text: string): string {
  const where = 'pyodide.mjs';
  const exported = /export\{(\w+) as loadPyodide,(\w+) as version\};/;
  const names = exported.exec(text);
  if (names === null) throw new PyodidePatchError(String(exported), where);
  // The shadowed names are of use only if the loader still goes through them, and the option only if it is still read.
  expectOnce(text, 'WebAssembly.instantiateStreaming(', where);
  expectSome(text, 'fetch(', where);
  expectSome(text, '.createPyodideModule)return', where);
  expectSome(text, 'python_stdlib.zip', where);
  expectOnce(text, stdlibWritten, where);
  const script = skipWorkerProbe(text, where)
    .replace(exported, () => `return { loadPyodide: ${names[1]} };`)
    .replace(stdlibWritten, stdlibOwned)
    .replace(/\/\/# sourceMappingURL=[^\n]*/g, '');
  refuseModuleSyntax(script, where);
  return script;
}

function expectOnce(text: string, pattern: string, where: string): void {
  if (text.split(pattern).length !== 2) throw new PyodidePatchError(`"${pattern}" exactly once`, where);
}

function expectSome(text: string, pattern: string, where: string): void {
  if (!text.includes(pattern)) throw new PyodidePatchError(`"${pattern}"`, where);
}

function refuseModuleSyntax(script: string, where: string): void {
  const left =
    /\bimport\.meta\b|(?:^|[;}\s])export\s*[{*]|(?:^|[;}\s])(?:export|import)\s+(?:default|const|function|class|\w+\s+from)\b/.exec(
      script,
    );
  if (left !== null)
    throw new PyodidePatchError(`no module syntax after patching ("${left[0].trim()}" is left)`, where);
}
