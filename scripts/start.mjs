// @ts-check
// `npm start`: from a bare clone to a running site. Imports only Node's own modules, since node_modules may not be there.
import path from 'node:path';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runStep, SetupFailure } from './setup/failure.mjs';
import { ensureImage } from './setup/image.mjs';
import { checkNode, checkPip, findPython } from './setup/prerequisites.mjs';
import { createProgress, formatElapsed } from './setup/progress.mjs';
import { projectRoot } from './setup/root.mjs';
import { serve } from './setup/serve.mjs';
import { ensureSite, indent, rebuildContent } from './setup/site.mjs';
import { watchFolder } from './setup/watch-folder.mjs';
import { ensureWheels } from './setup/wheels.mjs';

const FIRST_PORT = 4173;

await runStep(async () => start(readPort(process.argv.slice(2))));

/** @param {number} firstPort */
async function start(firstPort) {
  const root = projectRoot;
  const progress = createProgress({ total: 6 });
  const startedAt = performance.now();

  progress.step('Looking for Node, Python and pip');
  checkNode();
  const { python, version } = await findPython({ root });
  const pip = await checkPip({ python, root });
  progress.note(`Node ${process.versions.node}, Python ${version}, pip ${pip}`);

  progress.step('npm packages');
  tell(progress, await ensureDependencies({ root, progress }));
  progress.step('Python packages');
  tell(progress, await ensureWheels({ root, progress }));
  progress.step('Interpreter image');
  tell(progress, await ensureImage({ root, progress }));
  progress.step('App');
  tell(progress, await ensureSite({ root, progress }));

  progress.step('Server');
  const server = await serve({ root: path.join(root, 'dist'), port: firstPort });
  if (firstPort !== 0 && server.port !== firstPort)
    progress.note(`Port ${firstPort} is taken, so it is ${server.port}.`);
  const watcher = await watchChallenges(root, server.url);
  progress.note('Watching challenges/: a saved change is on the page after a reload. Ctrl+C ends.');
  progress.note(`ready after ${formatElapsed(startedAt)}`);
  console.log(`\nInterleave is at ${server.url}`);

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      watcher.close();
      void server.close().then(() => process.exit(0));
    });
  }
}

/**
 * @param {string} root
 * @param {string} url
 */
function watchChallenges(root, url) {
  return watchFolder(path.join(root, 'challenges'), async (changes) => {
    console.log('');
    for (const change of changes) console.log(`${change.kind}: challenges/${change.path}`);
    const startedAt = performance.now();
    const { done, output } = await rebuildContent({ root });
    if (done) console.log(`Built in ${formatElapsed(startedAt)}; reload ${url}`);
    else console.log(`${indent(output)}\nThe build failed, so the site at ${url} stays as it was.`);
  });
}

/** @param {import('./setup/progress.mjs').Progress} progress @param {'fresh' | 'done'} outcome */
function tell(progress, outcome) {
  if (outcome === 'fresh') progress.note('up to date');
}

/** @param {string[]} args */
function readPort(args) {
  const at = args.indexOf('--port');
  const text = at < 0 ? (process.env.PORT ?? String(FIRST_PORT)) : (args[at + 1] ?? '');
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new SetupFailure(
    `"${text}" is no port.`,
    'Give a number from 0 to 65535, as in `npm start -- --port 5000`.',
  );
}
