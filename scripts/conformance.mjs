// `npm run conformance -- --suite DIR [modules…] [--json FILE] [--native PYTHON [--library DIR]]`: CPython's own tests
// in the product's interpreter, in a real browser. The suite is given from outside; none of it is part of the project.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBrowser } from './setup/browser.mjs';
import { runStep } from './setup/failure.mjs';
import { prepare } from './setup/prepare.mjs';
import { createProgress } from './setup/progress.mjs';
import { projectRoot } from './setup/root.mjs';

const from = process.cwd();
const pathOptions = new Set(['--suite', '--json', '--native', '--library']);
const args = process.argv.slice(2).map((text, index, all) => {
  const isPath = pathOptions.has(all[index - 1] ?? '') && text.includes('/');
  return isPath ? path.resolve(from, text) : text;
});
process.chdir(projectRoot);
const browser = await runStep(async () => {
  const progress = createProgress();
  await prepare(progress);
  return ensureBrowser({ progress });
});
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'tests/conformance/run-conformance.ts', ...args],
  { stdio: 'inherit', env: { ...process.env, ...browser.env, INTERLEAVE_CHROMIUM: browser.executable } },
);
process.exit(status ?? 1);
