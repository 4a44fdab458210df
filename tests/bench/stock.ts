/** What one would do without this project: stock Pyodide in a worker, pytest's wheels unpacked into it, `pytest.main`. */
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { serve } from '../../scripts/setup/serve.mjs';
import { findWheel } from '../../src/image/build-packs.ts';

/** Milliseconds from the start of the navigation. */
export interface StockVisit {
  /** Python runs and pytest is imported. */
  readonly readyMs: number;
  readonly verdictMs: number;
}

export interface Stock {
  visit(context: BrowserContext): Promise<StockVisit>;
  close(): Promise<void>;
}

const distributions = ['pytest', 'pluggy', 'iniconfig', 'packaging', 'pygments'];
const pyodideFiles = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'pyodide-lock.json',
];

const page = `<!doctype html><meta charset="utf-8"><title>Stock</title><link rel="icon" href="data:,">
<script type="module">
const worker = new Worker('./worker.mjs', { type: 'module' });
worker.onmessage = ({ data }) => { globalThis[data.name] = [performance.now(), data.value]; };
worker.onerror = (event) => { globalThis.failed = event.message; };
</script>`;

const worker = `import { loadPyodide } from './pyodide.mjs';
const { files, tests, wheels } = await (await fetch('./run.json')).json();
const fetched = wheels.map(async (name) => (await fetch('./' + name)).arrayBuffer());
const python = await loadPyodide();
for (const bytes of fetched) python.unpackArchive(await bytes, 'wheel');
python.runPython('import pytest');
postMessage({ name: 'ready', value: '' });
python.FS.mkdirTree('/home/pyodide/run');
for (const [name, text] of Object.entries(files)) {
  python.FS.mkdirTree('/home/pyodide/run/' + name.replace(/[^/]*$/, ''));
  python.FS.writeFile('/home/pyodide/run/' + name, text);
}
python.FS.chdir('/home/pyodide/run');
python.globals.set('tests', python.toPy(tests));
const code = python.runPython('import sys; sys.path.insert(0, ""); int(pytest.main(["-q", *tests]))');
postMessage({ name: 'verdict', value: code });
`;

/** @param files by path; `tests` are the paths that pytest is given */
export async function openStock(
  files: Readonly<Record<string, string>>,
  tests: readonly string[],
): Promise<Stock> {
  const root = await mkdtemp(path.join(tmpdir(), 'interleave-stock-'));
  await mkdir(root, { recursive: true });
  for (const name of pyodideFiles) await cp(path.join('node_modules/pyodide', name), path.join(root, name));
  const names = await readdir('.cache/wheels');
  const wheels = distributions.map((name) => findWheel(names, name));
  for (const name of wheels) await cp(path.join('.cache/wheels', name), path.join(root, name));
  await writeFile(path.join(root, 'run.json'), JSON.stringify({ files, tests, wheels }));
  await writeFile(path.join(root, 'worker.mjs'), worker);
  await writeFile(path.join(root, 'index.html'), page);
  const server = await serve({ root, port: 0 });

  return {
    async visit(context) {
      const opened = await context.newPage();
      await opened.goto(server.url);
      const [readyMs] = await readMark(opened, 'ready');
      const [verdictMs, code] = await readMark(opened, 'verdict');
      await opened.close();
      // 0: all pass, 1: some fail. Anything else is no verdict.
      if (code !== 0 && code !== 1) throw new Error(`Stock Pyodide's pytest ended with ${code}.`);
      return { readyMs, verdictMs };
    },
    async close() {
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function readMark(opened: Page, name: string): Promise<[number, unknown]> {
  const mark = await opened.waitForFunction(
    (wanted) => {
      const seen = globalThis as unknown as Record<string, unknown>;
      if (seen.failed !== undefined) throw new Error(`Stock Pyodide did not start: ${seen.failed}`);
      return seen[wanted];
    },
    name,
    { timeout: 180_000 },
  );
  return (await mark.jsonValue()) as [number, unknown];
}
