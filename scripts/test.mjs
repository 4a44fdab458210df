// `npm test`: sets up everything, a browser included, and runs the checks and every suite.
// `npm run test:long` runs what takes hours. Both close with one line that sums all suites.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from './check.mjs';
import { failedInJunit, failedInVitest } from './failed-tests.mjs';
import { ensureBrowser } from './setup/browser.mjs';
import { runStep } from './setup/failure.mjs';
import { prepare } from './setup/prepare.mjs';
import { findPython } from './setup/prerequisites.mjs';
import { createProgress } from './setup/progress.mjs';
import { projectRoot } from './setup/root.mjs';
import { ensureSite } from './setup/site.mjs';
import { ensureNativePackages } from './setup/wheels.mjs';

const isLong = process.argv.includes('--long');
const results = '.cache/results';
process.chdir(projectRoot);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const { browser, native } = await runStep(setUp);
const env = {
  ...process.env,
  ...browser.env,
  INTERLEAVE_CHROMIUM: browser.executable,
  INTERLEAVE_PYTHON: native.python,
};
const total = { passed: 0, failed: 0, skipped: 0 };
const notPassed = [];

if (isLong) {
  await suite('long', () => runVitest('long', 600));
} else {
  await suite('check', runChecks);
  await suite('unit', () => runVitest('unit', 15));
  await suite('python', runPytest);
  await suite('browser', () => runVitest('browser', 20));
  await suite('content', () => runVitest('content', 50));
  await suite('parity', () => runVitest('parity', 20));
  await suite('journeys', () => runVitest('journeys', 20));
  await suite('faults', () => runVitest('faults', 15));
  await suite('attacks', () => runVitest('attacks', 15));
  await suite('bad-programs', () => runVitest('bad-programs', 20));
}
if (notPassed.length > 0) process.stdout.write(`\nWhat did not pass:\n\n${notPassed.join('\n\n')}\n`);
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exit(total.failed === 0 ? 0 : 1);

async function setUp() {
  const progress = createProgress();
  await prepare(progress);
  await ensureSite({ progress });
  const { python } = await findPython({ root: projectRoot });
  const packages = await ensureNativePackages({ progress });
  return { browser: await ensureBrowser({ progress }), native: { python, packages } };
}

async function suite(name, run) {
  const startedAt = performance.now();
  process.stdout.write(`\n== ${name}\n`);
  const { passed, failed, skipped = 0, failures = [] } = await run();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  notPassed.push(...failures.map((failure) => `[${name}] ${failure}`));
  if (failed > 0 && failures.length === 0) notPassed.push(`[${name}] see above`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(`== ${name}: ${passed} ok, ${failed} not ok in ${seconds} s\n`);
}

/**
 * A runner that ends without a readable result counts as one failure: silence is never success. Prints each test of a
 * browser's as it ends, so that one that hangs is seen, and ends a suite that is far beyond its time.
 */
async function runVitest(project, minutes = 60) {
  const file = `${results}/${project}.json`;
  const reporter = project === 'unit' ? 'default' : 'verbose';
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, `--reporter=${reporter}`];
  const status = await runFor(minutes, [...args, '--reporter=json', `--outputFile.json=${file}`]);
  if (status === null) {
    process.stdout.write(
      `\nThe suite ${project} was ended after ${minutes} minutes; see above how far it came.\n`,
    );
  }
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failed = report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1);
    const failures = failedInVitest(report, projectRoot);
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests, failures };
  } catch {
    return { passed: 0, failed: status === 0 ? 1 : Math.max(1, status ?? 1) };
  }
}

/** @returns {Promise<number | null>} the exit code; null when it was ended, with all that it had started */
function runFor(minutes, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env, detached: true });
    const endGroup = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // It has ended by itself.
      }
    };
    const interrupt = () => {
      endGroup('SIGTERM');
      process.exit(1);
    };
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup('SIGKILL');
    }, minutes * 60_000);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupt);
    child.once('close', (status) => {
      clearTimeout(timer);
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
      resolve(timedOut ? null : (status ?? 1));
    });
  });
}

function runPytest() {
  const file = `${results}/python.xml`;
  const { status } = spawnSync(native.python, ['-m', 'pytest', '-q', 'python/tests', `--junitxml=${file}`], {
    stdio: 'inherit',
    env: { ...env, PYTHONPATH: [native.packages, 'python'].join(path.delimiter) },
  });
  try {
    const xml = readFileSync(file, 'utf8');
    const head = /<testsuite [^>]*>/.exec(xml)?.[0] ?? '';
    const count = (name) => Number(new RegExp(`${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
    const failed = count('failures') + count('errors');
    const skipped = count('skipped');
    return {
      passed: count('tests') - failed - skipped,
      failed: status === 0 ? failed : Math.max(1, failed),
      skipped,
      failures: failedInJunit(xml),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
