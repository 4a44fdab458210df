/** Runs one module of a suite in the product's interpreter: as often as it takes to get past tests that never end. */
import { readFile } from 'node:fs/promises';
import type { WatchedResult } from '../../authoring/gate-page/gate-run.ts';
import type { RunFile } from '../../src/domain/challenge.ts';
import type { TestResult } from '../../src/domain/report.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import type { RunEnding } from '../../src/domain/verdict.ts';
import { type ModuleOutcome, type Outcome, readRecord } from './outcome.ts';
import type { Suite } from './suite-files.ts';

const driverPath = 'driver.py';
const planPath = 'conformance.json';
const mark = '\u001e';
const outputCharacters = 200_000;
/** More endings than this, and what is left of the module is given up. */
const attempts = 25;

export interface Deadlines {
  /** Seconds for a module. */
  readonly module: number;
  /** Seconds for one test. */
  readonly test: number;
}

/**
 * Runs a request in a fresh interpreter; stops it when no test has begun or ended for so many seconds. Rejects when the
 * browser's tab is gone.
 */
export type Execute = (request: RunRequest, idleSeconds: number) => Promise<WatchedResult>;

export interface Wanted {
  /** `test_queue`, `test_asyncio.test_tasks`, or with classes `test_queue:QueueTest,LifoQueueTest`. */
  readonly target: string;
  /** Tests that are not run: one that breaks the interpreter breaks those after it. */
  readonly leftOut: readonly string[];
  /** The most child processes at once; 0: the module needs none. */
  readonly processes: number;
}

export async function runHere(
  { target, leftOut, processes }: Wanted,
  suite: Suite,
  execute: Execute,
  deadlines: Deadlines,
): Promise<ModuleOutcome> {
  const startedAt = performance.now();
  const [module = '', classes = ''] = target.split(':');
  const files = [...(await suite.filesOf(module)), { path: driverPath, text: await readDriver() }];
  const outcomes: Outcome[] = [];

  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const plan = planOf(module, classes, [...leftOut, ...outcomes.map((outcome) => outcome.test)]);
    const request = toRequest(module, [...files, plan], processes, deadlines.module);
    const result = await execute(request, deadlines.test).catch((error: unknown) => String(error));
    if (typeof result === 'string') {
      outcomes.push({ test: '', kind: 'crashed', text: result });
      break;
    }
    outcomes.push(...testsOf(result.ending).map(toOutcome));
    const ended = endingOf(result);
    if (ended === null) break;
    outcomes.push(ended);
    if (ended.test === '') break;
  }
  return { module: target, outcomes, seconds: (performance.now() - startedAt) / 1000 };
}

function readDriver(): Promise<string> {
  return readFile(new URL(driverPath, import.meta.url), 'utf8');
}

function planOf(module: string, classes: string, without: readonly string[]): RunFile {
  const plan = {
    module: `test.${module}`,
    classes: classes === '' ? [] : classes.split(','),
    without,
    lift: true,
  };
  return { path: planPath, text: JSON.stringify(plan) };
}

function toRequest(
  module: string,
  files: readonly RunFile[],
  processes: number,
  seconds: number,
): RunRequest {
  return {
    slug: module,
    mode: 'all',
    files,
    editable: [],
    starter: [],
    testFiles: [driverPath],
    only: [],
    packages: [],
    clock: 'real',
    keepGc: true,
    processes,
    limits: { seconds, outputCharacters },
  };
}

function testsOf(ending: RunEnding): readonly TestResult[] {
  if (ending.kind === 'reported') return ending.report.tests;
  return ending.partial;
}

function toOutcome(result: TestResult): Outcome {
  const line = result.stdout.text.split('\n').findLast((text) => text.startsWith(mark));
  if (line !== undefined) return readRecord(line.slice(mark.length));
  const text = result.failure?.traceback ?? 'The test left no record of how it ended.';
  return { test: testName(result.id), kind: 'error', text };
}

/** Why the run ended before its last test: as the outcome of the test that was running. Null when it did not. */
function endingOf(result: WatchedResult): Outcome | null {
  const { ending, stuck } = result;
  const started = lastStarted(result);
  if (stuck !== null) return { test: testName(stuck), kind: 'hung', text: 'It did not end in its time.' };
  switch (ending.kind) {
    case 'reported': {
      const { report } = ending;
      if (report.exit === 'finished') return null;
      const errors = report.collectionErrors.map((error) => error.traceback || error.message);
      const text = [`The run ended as ${report.exit}.`, report.exitMessage, ...errors].join('\n');
      // An interrupt that a test did not catch ends the run, and says nothing of those after it.
      return { test: testName(started), kind: 'error', text };
    }
    case 'timed-out':
      return { test: testName(started), kind: 'hung', text: 'The module did not end in its time.' };
    case 'out-of-memory':
      return { test: testName(started), kind: 'crashed', text: 'The memory ran out.' };
    case 'crashed':
      return {
        test: testName(started),
        kind: 'crashed',
        text: `${ending.cause}: ${ending.raw}`.slice(0, 4_000),
      };
    default:
      return { test: '', kind: 'hung', text: 'The module did not begin in its time.' };
  }
}

/** The test that had begun and not ended, if any. */
function lastStarted({ events }: WatchedResult): string {
  let running = '';
  for (const event of events) {
    if (event.type === 'started') running = event.id;
    if (event.type === 'finished') running = '';
  }
  return running;
}

function testName(nodeId: string): string {
  return /\[(.*)\]$/s.exec(nodeId)?.[1] ?? '';
}
