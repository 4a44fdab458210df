// `npm run test:engines -- [--engine NAME] [--only WORDS] [--json FILE] [--record]`: the built site in every engine that
// is installed, Chromium, Firefox and WebKit.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBrowser } from './setup/browser.mjs';
import { runStep } from './setup/failure.mjs';
import { prepare } from './setup/prepare.mjs';
import { createProgress } from './setup/progress.mjs';
import { projectRoot } from './setup/root.mjs';
import { ensureSite } from './setup/site.mjs';

const from = process.cwd();
const pathOptions = new Set(['--json']);
const args = process.argv.slice(2).map((text, index, all) => {
  const isPath = pathOptions.has(all[index - 1] ?? '') && text.includes('/');
  return isPath ? path.resolve(from, text) : text;
});
process.chdir(projectRoot);
const browser = await runStep(async () => {
  const progress = createProgress();
  await prepare(progress);
  await ensureSite({ progress });
  return ensureBrowser({ progress });
});
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/engines/run-engines.ts', ...args], {
  stdio: 'inherit',
  env: { ...process.env, ...browser.env, INTERLEAVE_CHROMIUM: browser.executable },
});
process.exit(status ?? 1);
