/**
 * `npm run conformance -- --suite DIR [modules…] [--json FILE] [--native PYTHON [--library DIR]]
 *   [--deadline SECONDS] [--test-deadline SECONDS] [--processes N] [--without Class.test,Class.test]`
 *
 * Without --processes, modules that start processes get as many as there can be, and all others none.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openConformanceBrowser } from './browser.ts';
import { type ModuleTally, tallyModule } from './outcome.ts';
import { type Deadlines, runHere } from './run-here.ts';
import { runNatively } from './run-natively.ts';
import { openSuite } from './suite-files.ts';
import {
  failureLines,
  percentOf,
  type Share,
  shareLine,
  shareOf,
  skipLines,
  sumShares,
  tallyLine,
} from './table.ts';

const defaultModules = [
  'test_queue',
  'test_thread',
  'test_threading_local',
  'test_threading',
  'test_concurrent_futures',
  'test_asyncio',
  'test_context',
  'test_gc',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    suite: { type: 'string' },
    json: { type: 'string' },
    native: { type: 'string' },
    library: { type: 'string' },
    deadline: { type: 'string', default: '600' },
    'test-deadline': { type: 'string', default: '60' },
    processes: { type: 'string' },
    without: { type: 'string', default: '' },
  },
});
if (values.suite === undefined) {
  process.stderr.write('Name the folder of a suite (Lib/test of CPython 3.14): --suite DIR\n');
  process.exit(2);
}
const deadlines: Deadlines = { module: Number(values.deadline), test: Number(values['test-deadline']) };
const leftOut = values.without.split(',').filter((name) => name !== '');
/** A test of barriers starts four beside a pool or a manager. */
const mostProcesses = 6;
const startsProcesses = /multiprocessing|concurrent_futures/;
const suite = await openSuite(values.suite);
const asked = positionals.length > 0 ? positionals : defaultModules;
const targets = (await Promise.all(asked.map((name) => suite.expand(name)))).flat();
const tallies: (ModuleTally & { native?: Share & ReturnType<typeof percentOf> })[] = [];
const shares: Share[] = [];

const browser = await openConformanceBrowser();
try {
  for (const target of targets) await runTarget(values.suite, target);
} finally {
  await browser.close();
}
if (shares.length > 1) say('all modules:', shareLine(sumShares(shares)));

async function runTarget(folder: string, target: string): Promise<void> {
  const here = await runHere(
    { target, leftOut, processes: processesOf(target) },
    suite,
    browser.execute,
    deadlines,
  );
  const tally = tallyModule(here);
  say(tallyLine(tally, here.seconds), ...skipLines(here.outcomes), ...failureLines(here.outcomes));
  if (values.native === undefined) {
    tallies.push(tally);
  } else {
    const python = { python: values.native, library: values.library };
    const native = await runNatively(target, folder, python, deadlines);
    const share = shareOf(here, native);
    shares.push(share);
    tallies.push({ ...tally, native: { ...share, ...percentOf(share) } });
    say(shareLine(share), ...share.failures.map((name) => `    passes natively, not here: ${name}`));
  }
  // After every module: what is known is kept, whatever the next one does.
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify({ modules: tallies }, null, 1)}\n`);
}

function processesOf(target: string): number {
  if (values.processes !== undefined) return Number(values.processes);
  return startsProcesses.test(target) ? mostProcesses : 0;
}

function say(...lines: string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}
