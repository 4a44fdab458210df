// `npm run bench -- [--json FILE] [--only key,key] [--pairs N]`: measures the built product in a real browser, and
// native pytest beside it. Quiet machines give figures; on busy ones it says that they are too noisy.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBrowser } from './setup/browser.mjs';
import { runStep } from './setup/failure.mjs';
import { prepare } from './setup/prepare.mjs';
import { createProgress } from './setup/progress.mjs';
import { projectRoot } from './setup/root.mjs';
import { ensureSite } from './setup/site.mjs';

const from = process.cwd();
const args = process.argv
  .slice(2)
  .map((text, index, all) => (all[index - 1] === '--json' ? path.resolve(from, text) : text));
process.chdir(projectRoot);
const browser = await runStep(async () => {
  const progress = createProgress();
  await prepare(progress);
  await ensureSite({ progress });
  // What hosts send that can: the bytes of a first visit are counted.
  const packed = spawnSync(process.execPath, ['scripts/precompress.mjs', 'dist'], { stdio: 'inherit' });
  if (packed.status !== 0)
    throw new Error('The site could not be compressed, so its bytes would be the wrong ones.');
  return ensureBrowser({ progress });
});
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/bench/run-bench.ts', ...args], {
  stdio: 'inherit',
  env: { ...process.env, ...browser.env, INTERLEAVE_CHROMIUM: browser.executable },
});
process.exit(status ?? 1);
