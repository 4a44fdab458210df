import { expect, test } from 'vitest';
import { PyodidePatchError } from './pyodide-patch-error.ts';
import { type GlueSurroundings, trimGlue } from './trim-glue.ts';

const glue = `async function make(settings){var Module=settings;
var helper=()=>1;
var clock=()=>helper();
clock.sig="i";
var lamp=()=>2;
lamp.sig="i";
function paint(){return lamp()}
class Canvas{draw(){return paint()}}
var started=begin();
Module["clock"]=clock;
Module["lamp"]=lamp;
Module["shown"]=Module.other;
function begin(){return 1}
function assignWasmExports(wasmExports){_add=Module["_add"]=wasmExports["add"];_sub=Module["_sub"]=wasmExports["sub"];_none=Module["_none"]=wasmExports["none"].value>>>0;_memory=wasmExports["memory"]}
var _add,_sub,_none,_memory;
var wasmImports={clock:clock,"lamp":lamp,last:helper};
return Module}
export default make;`;

const surroundings: GlueSurroundings = {
  imports: new Set(['clock', 'add', 'last']),
  exports: new Set(['add', 'sub', 'none', 'memory']),
  callers: [],
};

const trim = (more: Partial<GlueSurroundings> = {}) => trimGlue(glue, { ...surroundings, ...more });

test('leaves out what nothing that stays mentions, and what belongs to it', () => {
  const { script } = trim();
  for (const gone of ['lamp', 'paint', 'Canvas', 'shown', '_sub', '_none'])
    expect(script).not.toContain(gone);
  // All the rest is there, letter by letter and in its order.
  for (const left of [
    'var helper=()=>1;',
    'var clock=()=>helper();',
    'clock.sig="i";',
    'var started=begin();',
  ]) {
    expect(script).toContain(left);
  }
});

test('what the callers ask the module for stays, with everything behind it', () => {
  const { script } = trim({ callers: ['export const draw = (module) => new module.Canvas();'] });
  // Nobody names the class for them, but they may.
  expect(script).toContain('class Canvas');
  expect(script).toContain('function paint()');
  expect(script).toContain('lamp.sig="i"');
  expect(script).toContain('Module["lamp"]=lamp');
});

test.each([
  ['a property', 'module._sub(3)', 'sub'],
  ['a text', 'module["_sub"](3)', 'sub'],
  ['a template', 'module[`_none`]', 'none'],
  ['a name taken apart', 'const { _none } = module', 'none'],
])('an export stays that a caller mentions as %s', (_, caller, name) => {
  const { script, exports } = trim({ callers: [caller] });
  expect(exports).toContain(name);
  expect(script).toContain(`wasmExports["${name}"]`);
  expect(script).toMatch(new RegExp(`var .*_${name}`));
});

test('the last of a list stays, so that no comma is left over', async () => {
  const { script } = trim({ imports: new Set() });
  expect(script).toContain('var _memory;');
  expect(script).toContain('var wasmImports={last:helper};');
  const module = (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as {
    readonly default: (settings: object) => Promise<{ clock?: () => number }>;
  };
  // Neither imported nor asked for.
  expect((await module.default({})).clock).toBeUndefined();
});

test.each(['wasmImports', 'assignWasmExports'])('fails when there is no %s, and says where', (name) => {
  const trimOther = () => trimGlue(glue.replaceAll(name, 'other'), surroundings);
  expect(trimOther).toThrow(PyodidePatchError);
  expect(trimOther).toThrow(`pyodide.asm.mjs does not contain one list named ${name}`);
});
