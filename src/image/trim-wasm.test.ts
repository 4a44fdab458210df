import binaryen from 'binaryen';
import { expect, test } from 'vitest';
import { PyodidePatchError } from './pyodide-patch-error.ts';
import { trimWasm } from './trim-wasm.ts';

function assemble(text: string): Uint8Array {
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.MutableGlobals);
  const content = module.emitBinary();
  module.dispose();
  return content;
}

const small = assemble(`(module
  (import "env" "tell" (func $tell (param i32)))
  (import "env" "draw" (func $draw))
  (memory (export "memory") 1)
  (func $one (result i32) (i32.const 1))
  (func (export "two") (result i32) (i32.add (call $one) (call $one)))
  (func (export "Py_Three") (result i32) (i32.const 3))
  (func (export "_Py_Four") (result i32) (call $tell (i32.const 4)) (i32.const 4))
  (func (export "strlen") (result i32) (i32.const 5))
  (func (export "_ZN3six") (call $draw)))`);

async function load(content: Uint8Array) {
  const module = await WebAssembly.compile(content as Uint8Array<ArrayBuffer>);
  return {
    imports: WebAssembly.Module.imports(module).map(({ name }) => name),
    exports: WebAssembly.Module.exports(module).map(({ name }) => name),
    run: async (name: string) => {
      const instance = await WebAssembly.instantiate(module, { env: { tell() {}, draw() {} } });
      return (instance.exports[name] as () => unknown)();
    },
  };
}

test('keeps what the script uses, all of Python, and what ctypes is used for; nothing that only others called', async () => {
  const { imports, exports, run } = await load(trimWasm(small, new Set(['memory', 'two'])));
  expect(exports.sort()).toEqual(['Py_Three', '_Py_Four', 'memory', 'strlen', 'two']);
  expect(imports).toEqual(['tell']);
  expect(await run('two')).toBe(2);
});

test('refuses a module that takes addresses of functions from the script', () => {
  const linked = assemble(`(module
    (import "GOT.func" "emscripten_glClear" (global $clear (mut i32)))
    (func (export "two") (result i32) (global.get $clear)))`);
  expect(() => trimWasm(linked, new Set(['two']))).toThrow(PyodidePatchError);
  expect(() => trimWasm(linked, new Set(['two']))).toThrow('"emscripten_glClear" is left');
});
