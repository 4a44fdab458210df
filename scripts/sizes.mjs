// `npm run sizes`: what learners download, by bytes, beside the budgets.
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './setup/browser.mjs';
import { runStep } from './setup/failure.mjs';
import { prepare } from './setup/prepare.mjs';
import { createProgress } from './setup/progress.mjs';
import { projectRoot } from './setup/root.mjs';
import { ensureSite } from './setup/site.mjs';

process.chdir(projectRoot);
const browser = await runStep(async () => {
  const progress = createProgress();
  await prepare(progress);
  await ensureSite({ progress });
  return ensureBrowser({ progress });
});
const env = { ...process.env, ...browser.env, INTERLEAVE_CHROMIUM: browser.executable };
const args = ['node_modules/tsx/dist/cli.mjs', 'tests/sizes/report.ts'];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
process.exit(status ?? 1);
