// `npm run check`: the quick half of the tests. Each check says what it found; all of them run.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runStep } from './setup/failure.mjs';
import { prepare } from './setup/prepare.mjs';
import { projectRoot } from './setup/root.mjs';

const node = process.execPath;
const checks = [
  [
    'format and lint',
    ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off', '.'],
  ],
  ['types', ['node_modules/typescript/bin/tsc', '--build', '--pretty', 'false']],
  ['arrows', ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'authoring', '--config']],
  ['orphans', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['licences', ['scripts/licences.mjs', '--check']],
  ['Python lint', ['scripts/lint-python.mjs']],
  ['Python types', ['node_modules/pyright/index.js', '--project', 'pyproject.toml']],
];

/** @returns {Promise<{ passed: number, failed: number, failures: string[] }>} one for each check */
export async function runChecks() {
  const failures = [];
  for (const [name, args] of checks) {
    const startedAt = performance.now();
    const { status, stdout, stderr } = spawnSync(node, args, {
      encoding: 'utf8',
      cwd: projectRoot,
      env: { ...process.env, NO_COLOR: '1' },
    });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
    if (status === 0) continue;
    failures.push(name);
    process.stdout.write(`${stdout}${stderr}\n`);
  }
  return { passed: checks.length - failures.length, failed: failures.length, failures };
}

// As a path, not as the address's own text: a folder with a space in its name must not turn the checks off.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runStep(() => prepare());
  const { passed, failed } = await runChecks();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
