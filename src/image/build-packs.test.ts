import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPyodide } from 'pyodide';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPackCompiler, findWheel, type PackCompiler } from './build-packs.ts';
import { readOwnPython } from './own-python.ts';
import type { PackRecipe } from './pack-recipes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'interleave-test-'));
const pyodideFolder = path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const recipe: PackRecipe = {
  name: 'site',
  mount: '/lib/packs/demo.zip',
  distributions: ['demo'],
  drop: ['*.dist-info/*', 'demo/big/*'],
  keep: ['*.dist-info/METADATA', 'demo/big/needed.py'],
};
let compiler: PackCompiler;

beforeAll(async () => {
  mkdirSync(path.join(folder, 'wheels'));
  writeFileSync(
    path.join(folder, 'make.py'),
    [
      'import sys, zipfile',
      'files = {"demo/__init__.py": "\'Demo.\'\\ndef where():\\n    \'Nowhere.\'\\n    return 1 / 0\\n", "demo/big/__init__.py": "", "demo/big/needed.py": "\'Needed.\'", "demo/big/lost.py": "",',
      '  "demo-1.0.dist-info/METADATA": "Name: Demo\\nVersion: 1.0\\n", "demo-1.0.dist-info/RECORD": ""}',
      'with zipfile.ZipFile(sys.argv[1], "w") as archive:',
      '    for name, text in files.items(): archive.writestr(name, text)',
    ].join('\n'),
  );
  execFileSync('python3', [
    path.join(folder, 'make.py'),
    path.join(folder, 'wheels/demo-1.0-py3-none-any.whl'),
  ]);
  compiler = await createPackCompiler({ wheelsFolder: path.join(folder, 'wheels'), pyodideFolder });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('packs what the recipe keeps, names its distributions, and gives the same bytes every time', async () => {
  const pack = compiler.fromRecipe(recipe);
  expect(pack.distributions).toEqual([{ name: 'Demo', version: '1.0' }]);
  expect(namesIn(pack.content)).toEqual([
    'demo-1.0.dist-info/METADATA',
    'demo/__init__.pyc',
    'demo/big/needed.pyc',
  ]);

  const another = await createPackCompiler({ wheelsFolder: path.join(folder, 'wheels'), pyodideFolder });
  another.fromFiles(
    new Map([['interleave/other.py', Buffer.from('import demo, sys')]]),
    '/lib/packs/other.zip',
  );
  expect(Buffer.compare(another.fromRecipe(recipe).content, pack.content)).toBe(0);
});

test('the interpreter imports a pack by its path, and tracebacks name that path and show our own sources', async () => {
  const own = path.join(folder, 'python');
  mkdirSync(path.join(own, 'interleave/tests'), { recursive: true });
  mkdirSync(path.join(own, 'tests'));
  writeFileSync(path.join(own, 'interleave/__init__.py'), '');
  writeFileSync(path.join(own, 'interleave/run.py'), 'def run():\n    raise KeyError("why")  # here\n');
  writeFileSync(path.join(own, 'interleave/tests/test_run.py'), '');
  writeFileSync(path.join(own, 'tests/test_all.py'), '');
  const files = await readOwnPython(own);
  expect([...files.keys()]).toEqual(['interleave/__init__.py', 'interleave/run.py']);

  const pyodide = await loadPyodide();
  pyodide.FS.mkdirTree('/lib/packs');
  pyodide.FS.writeFile('/lib/packs/own.zip', compiler.fromFiles(files, '/lib/packs/own.zip').content);
  pyodide.FS.writeFile('/lib/packs/demo.zip', compiler.fromRecipe(recipe).content);
  const trace = String(
    pyodide.runPython(`
import sys, traceback, importlib.metadata
sys.path += ['/lib/packs/own.zip', '/lib/packs/demo.zip']
import interleave.run, demo
def trace(function):
    try:
        function()
    except Exception:
        return traceback.format_exc()
trace(interleave.run.run) + trace(demo.where) + importlib.metadata.version('demo')
`),
  );
  expect(trace).toContain(
    'File "/lib/packs/own.zip/interleave/run.py", line 2, in run\n    raise KeyError("why")  # here',
  );
  expect(trace).toContain('File "/lib/packs/demo.zip/demo/__init__.py", line 4, in where');
  expect(trace).toMatch(/1\.0$/);
  // Only what has its source there to underline knows columns; lines are known everywhere.
  const places = pyodide.runPython(`
def places(function):
    found = list(function.__code__.co_positions())
    return [max(line for line, *_ in found) > function.__code__.co_firstlineno,
        any(column is not None for _, _, column, _ in found)]
places(interleave.run.run) + places(demo.where)
`);
  expect(places.toJs()).toEqual([true, true, true, false]);
});

test('code without columns keeps each instruction on its line', async () => {
  const source = [
    'def far(a, b):',
    '    total = (',
    ...Array.from({ length: 40 }, (_, index) => `        a * ${index} + b +`),
    '        0',
    '    )',
    '    for item in [a,',
    '            b]:',
    '        try:',
    '            with open(item) as file: total += len(file.read())',
    '        except (OSError,',
    '                TypeError): continue',
    '    return [x',
    '        for x in (lambda:',
    '            total)()]',
    '',
  ].join('\n');
  const pack = compiler.fromFiles(
    new Map([
      ['interleave/__init__.py', Buffer.from('')],
      ['tricky.py', Buffer.from(source)],
    ]),
    '/lib/packs/tricky.zip',
  );
  const pyodide = await loadPyodide();
  pyodide.FS.mkdirTree('/lib/packs');
  pyodide.FS.writeFile('/lib/packs/tricky.zip', pack.content);
  pyodide.globals.set('source', source);
  const seen = pyodide.runPython(`
import sys, types
sys.path.append('/lib/packs/tricky.zip')
import tricky
def lines(code):
    own = [line for start, end, line in code.co_lines() for _ in range(start, end, 2)]
    return [own, *(lines(const) for const in code.co_consts if isinstance(const, types.CodeType))]
whole = compile(source, 'tricky.py', 'exec').co_consts[0]
[lines(tricky.far.__code__) == lines(whole), len(set(lines(whole)[0])) > 45]
`);
  expect(seen.toJs()).toEqual([true, true]);
});

test('a pattern that names a file which is gone is an error, and so is a file that does not compile', () => {
  expect(() => compiler.fromRecipe({ ...recipe, drop: ['demo/renamed/*'] })).toThrow(
    "the pattern 'demo/renamed/*' matches no file",
  );
  expect(() =>
    compiler.fromFiles(new Map([['interleave/a.py', Buffer.from('x = 1\ndef (:\n')]]), '/x.zip'),
  ).toThrow('interleave/a.py, line 2: invalid syntax');
});

test('modules stay as source, and lose their docstrings, where the recipe says so', async () => {
  const files = new Map([
    ['interleave/__init__.py', Buffer.from('')],
    ['kept.py', Buffer.from('value = 1')],
  ]);
  const plain = compiler.fromFiles(files, '/x.zip').content;
  expect(namesIn(plain)).toEqual(['interleave/__init__.py', 'interleave/__init__.pyc', 'kept.pyc']);

  const trimmed = compiler.fromRecipe({
    ...recipe,
    mount: '/lib/packs/trimmed.zip',
    asSource: ['demo/big/*'],
    withoutDocs: ['demo/__init__.py'],
  }).content;
  expect(namesIn(trimmed)).toEqual([
    'demo-1.0.dist-info/METADATA',
    'demo/__init__.pyc',
    'demo/big/needed.py',
  ]);
  const pyodide = await loadPyodide();
  pyodide.FS.mkdirTree('/lib/packs');
  pyodide.FS.writeFile('/lib/packs/trimmed.zip', trimmed);
  const seen = pyodide.runPython(`
import sys
sys.path.append('/lib/packs/trimmed.zip')
import demo, demo.big.needed
[str(demo.__doc__), str(demo.where.__doc__), demo.big.needed.__doc__, demo.where.__code__.co_firstlineno]
`);
  expect(seen.toJs()).toEqual(['None', 'None', 'Needed.', 2]);
});

test('exactly one wheel per distribution', () => {
  expect(findWheel(['Flask-3.1.3-py3-none-any.whl', 'flask_x-1-py3-none-any.whl'], 'flask')).toBe(
    'Flask-3.1.3-py3-none-any.whl',
  );
  expect(() => findWheel([], 'flask')).toThrow('0 wheels of flask');
  expect(() => findWheel(['a-1-x.whl', 'a-2-x.whl'], 'a')).toThrow('2 wheels of a');
});

function namesIn(zip: Uint8Array): string[] {
  const file = path.join(folder, 'pack.zip');
  writeFileSync(file, zip);
  const list = 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))';
  return execFileSync('python3', ['-c', list, file], { encoding: 'utf8' }).trim().split('\n');
}
