// `npm test`: sets up everything, a browser included, and runs the checks and every suite.
// `npm run test:long` runs what takes hours. Both close with one line that sums all suites.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from './check.mjs';
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

if (isLong) {
  await suite('long', () => runVitest('long'));
  await suite('faults', () => runVitest('faults'));
  await suite('attacks', () => runVitest('attacks'));
  await suite('bad-programs', () => runVitest('bad-programs'));
} else {
  await suite('check', runChecks);
  await suite('unit', () => runVitest('unit'));
  await suite('python', runPytest);
  await suite('browser', () => runVitest('browser'));
  await suite('content', () => runVitest('content'));
  await suite('parity', () => runVitest('parity'));
  await suite('journeys', () => runVitest('journeys'));
}
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
  const { passed, failed, skipped = 0 } = await run();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(`== ${name}: ${passed} ok, ${failed} not ok in ${seconds} s\n`);
}

/** A runner that ends without a readable result counts as one failure: silence is never success. */
function runVitest(project) {
  const file = `${results}/${project}.json`;
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default'];
  const { status } = spawnSync(process.execPath, [...args, '--reporter=json', `--outputFile.json=${file}`], {
    stdio: 'inherit',
    env,
  });
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failed = report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1);
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
  } catch {
    return { passed: 0, failed: status === 0 ? 1 : Math.max(1, status ?? 1) };
  }
}

function runPytest() {
  const file = `${results}/python.xml`;
  const { status } = spawnSync(native.python, ['-m', 'pytest', '-q', 'python/tests', `--junitxml=${file}`], {
    stdio: 'inherit',
    env: { ...env, PYTHONPATH: [native.packages, 'python'].join(path.delimiter) },
  });
  try {
    const head = /<testsuite [^>]*>/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
    const count = (name) => Number(new RegExp(`${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
    const failed = count('failures') + count('errors');
    const skipped = count('skipped');
    return {
      passed: count('tests') - failed - skipped,
      failed: status === 0 ? failed : Math.max(1, failed),
      skipped,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
