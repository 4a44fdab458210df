/** Runs one module of a suite with a native Python, test by test as in the product. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ModuleOutcome, type Outcome, readRecord } from './outcome.ts';

const driver = fileURLToPath(new URL('driver.py', import.meta.url));
const attempts = 5;

/** Seconds are for the whole module; a test that is running then has hung, and the rest is run again. */
export async function runNatively(
  target: string,
  folder: string,
  python: string,
  seconds: number,
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
      folder: path.dirname(path.resolve(folder)),
    };
    const ended = await runOnce(python, JSON.stringify(plan), seconds, outcomes);
    if (ended === null) break;
    outcomes.push(ended);
    if (ended.test === '') break;
  }
  return { module: target, outcomes, seconds: (performance.now() - startedAt) / 1000 };
}

async function runOnce(
  python: string,
  plan: string,
  seconds: number,
  outcomes: Outcome[],
): Promise<Outcome | null> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'conformance-'));
  try {
    const results = path.join(scratch, 'results');
    const { code, said, isLate } = await runProcess(python, [driver, plan, results], scratch, seconds);
    const text = await readFile(results, 'utf8').catch(() => '');
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

function runProcess(program: string, args: string[], cwd: string, seconds: number): Promise<ProcessEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8_000);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      child.stderr.destroy();
      resolve({ code, said, isLate });
    });
  });
}
