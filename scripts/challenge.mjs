#!/usr/bin/env node
// `npm run challenge -- COMMAND …`: the author's tool. Imports only Node's own modules until everything is set up.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBrowser } from './setup/browser.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runStep } from './setup/failure.mjs';
import { prepare } from './setup/prepare.mjs';
import { checkNode } from './setup/prerequisites.mjs';
import { createProgress } from './setup/progress.mjs';
import { projectRoot } from './setup/root.mjs';

/** What a command needs beyond the npm packages; one that is not named here needs nothing more. */
const needs = new Map([
  ['check', 'browser'],
  ['try', 'browser'],
  ['pack', 'image'],
]);

const args = process.argv.slice(2);
const isQuestion = args.includes('--help') || args.includes('-h');
const need = isQuestion ? undefined : needs.get(args[0] ?? '');
const env = await runStep(() => setUp(need));
const inProject = (/** @type {string} */ file) => pathToFileURL(path.join(projectRoot, file)).href;
const { status } = spawnSync(
  process.execPath,
  [
    '--import',
    inProject('node_modules/tsx/dist/loader.mjs'),
    path.join(projectRoot, 'authoring/cli.ts'),
    ...args,
  ],
  // npm changes to the project's folder; what a person names is meant from where that person is.
  { stdio: 'inherit', cwd: askedFrom(), env: { ...process.env, ...env } },
);
process.exit(status ?? 1);

/** @param {string | undefined} need */
async function setUp(need) {
  const progress = createProgress();
  checkNode();
  await ensureDependencies({ progress });
  if (need === undefined) return {};
  await prepare(progress);
  if (need !== 'browser') return {};
  const browser = await ensureBrowser({ progress });
  return { ...browser.env, INTERLEAVE_CHROMIUM: browser.executable };
}

function askedFrom() {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === 'challenge' && folder ? folder : process.cwd();
}
