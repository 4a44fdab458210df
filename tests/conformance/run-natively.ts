/** Runs one module of a suite with a native Python, test by test as in the product. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ModuleOutcome, type Outcome, readRecord } from './outcome.ts';
import type { Deadlines } from './run-here.ts';

const driver = fileURLToPath(new URL('driver.py', import.meta.url));
/** More endings than this, and what is left of the module is given up. */
const attempts = 25;

export interface NativePython {
  readonly python: string;
  /**
   * A folder of modules in Python that it takes instead of its own: those of another patch release of CPython, to
   * tell what that release's library does from what a platform does.
   */
  readonly library: string | undefined;
}

/** A test that runs when its time or the module's is over has hung, and the rest is run in a new process. */
export async function runNatively(
  target: string,
  folder: string,
  { python, library }: NativePython,
  deadlines: Deadlines,
): Promise<ModuleOutcome> {
  const startedAt = performance.now();
  const [module = '', classes = ''] = target.split(':');
  const outcomes: Outcome[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const plan = {
      module: `test.${module}`,
      classes: classes === '' ? [] : classes.split(','),
      without: outcomes.map((outcome) => outcome.test),
      lift: false,
      library: library === undefined ? [] : [path.resolve(library)],
      folder: path.dirname(path.resolve(folder)),
    };
    const spent = (performance.now() - startedAt) / 1000;
    if (spent >= deadlines.module) break;
    const left = { module: deadlines.module - spent, test: deadlines.test };
    const ended = await runOnce(python, JSON.stringify(plan), left, outcomes);
    if (ended === null) break;
    outcomes.push(ended);
    if (ended.test === '') break;
  }
  return { module: target, outcomes, seconds: (performance.now() - startedAt) / 1000 };
}

async function runOnce(
  python: string,
  plan: string,
  deadlines: Deadlines,
  outcomes: Outcome[],
): Promise<Outcome | null> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'conformance-'));
  try {
    const results = path.join(scratch, 'results');
    await writeFile(results, '');
    const { code, said, isLate } = await runProcess(python, [driver, plan, results], results, deadlines);
    const text = await readFile(results, 'utf8');
    let running = '';
    for (const line of text.split('\n').filter((each) => each !== '')) {
      const record = JSON.parse(line) as { readonly started?: string };
      if (record.started !== undefined) running = record.started;
      else {
        outcomes.push(readRecord(line));
        running = '';
      }
    }
    if (code === 0) return null;
    return { test: running, kind: isLate ? 'hung' : 'crashed', text: said.slice(-2_000) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface ProcessEnd {
  readonly code: number | null;
  readonly said: string;
  readonly isLate: boolean;
}

/** Kills the process when its time is over, or when `results` has not grown for a test's time. */
function runProcess(
  program: string,
  args: string[],
  results: string,
  deadlines: Deadlines,
): Promise<ProcessEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: path.dirname(results), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let isLate = false;
    const kill = () => {
      isLate = true;
      child.kill('SIGKILL');
    };
    const moduleTimer = setTimeout(kill, deadlines.module * 1000);
    let testTimer = setTimeout(kill, deadlines.test * 1000);
    const watcher = watch(results, () => {
      clearTimeout(testTimer);
      testTimer = setTimeout(kill, deadlines.test * 1000);
    });
    const leave = () => {
      watcher.close();
      clearTimeout(moduleTimer);
      clearTimeout(testTimer);
    };
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8_000);
    });
    child.on('error', (error) => {
      leave();
      reject(error);
    });
    child.on('exit', (code) => {
      leave();
      child.stderr.destroy();
      resolve({ code, said, isLate });
    });
  });
}
