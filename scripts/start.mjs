// @ts-check
// `npm start`: from a bare clone to a running site. Imports only Node's own modules, since node_modules may not be there.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { authorPageFolder, ensureAuthorPage } from './setup/author-page.mjs';
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

await runStep(async () => {
  const args = process.argv.slice(2);
  await start(readPort(args), await readChallengesRoot(args));
});

/**
 * @param {number} firstPort
 * @param {string} challenges absolute folder of challenge folders
 */
async function start(firstPort, challenges) {
  const root = projectRoot;
  const progress = createProgress({ total: 7 });
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

  progress.step("Author's page");
  tell(progress, await ensureAuthorPage({ root, progress }));

  progress.step('Server');
  const site = path.join(root, 'dist');
  const author = await openAuthorMode({ challengesRoot: challenges, site, page: authorPageFolder(root) });
  const server = await serve({ root: site, port: firstPort, answerFirst: author.answer });
  if (firstPort !== 0 && server.port !== firstPort)
    progress.note(`Port ${firstPort} is taken, so it is ${server.port}.`);
  const watcher = await watchChallenges({ root, challenges, author });
  progress.note(
    `Watching ${shorten(challenges)}/: what you save is on the author's page at once. Ctrl+C ends.`,
  );
  progress.note(`ready after ${formatElapsed(startedAt)}`);
  console.log(`\nInterleave is at ${server.url}\nThe author's page is at ${server.url}author/`);

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      watcher.close();
      author.close();
      void server.close().then(() => process.exit(0));
    });
  }
}

/**
 * The author's tools are TypeScript, and what runs it is there only after the first step.
 * @param {import('../authoring/server/author-site.ts').AuthorSiteOptions} options
 * @returns {Promise<import('../authoring/server/author-site.ts').AuthorSite>}
 */
async function openAuthorMode(options) {
  const { tsImport } = await import('tsx/esm/api');
  const { openAuthorSite } = await tsImport('../authoring/server/author-site.ts', import.meta.url);
  return openAuthorSite(options);
}

/** @param {{ root: string, challenges: string, author: import('../authoring/server/author-site.ts').AuthorSite }} mode */
function watchChallenges({ root, challenges, author }) {
  const renewSite = createSiteRenewal(root);
  return watchFolder(challenges, async (changes) => {
    console.log('');
    for (const change of changes) console.log(`${change.kind}: ${shorten(challenges)}/${change.path}`);
    const startedAt = performance.now();
    const failure = await author.refresh(changes.map((change) => change.path));
    if (failure === null) console.log(`Read in ${formatElapsed(startedAt)}.`);
    else console.log(`${indent(failure)}\nThe pages stay as they were.`);
    // The site in dist/ holds our own challenges, whatever folder is shown.
    if (challenges === path.join(root, 'challenges')) renewSite();
  });
}

/**
 * Renews the content in dist/ behind the author's back: the pages that are served do not wait for it.
 * @param {string} root
 */
function createSiteRenewal(root) {
  let isRunning = false;
  let again = false;
  const renew = async () => {
    if (isRunning) {
      again = true;
      return;
    }
    isRunning = true;
    const { done, output } = await rebuildContent({ root });
    if (!done) console.log(`${indent(output)}\nThe content in dist/ could not be renewed.`);
    isRunning = false;
    if (!again) return;
    again = false;
    void renew();
  };
  return () => void renew();
}

/** @param {string} folder @returns {string} relative where that is shorter to read */
function shorten(folder) {
  const relative = path.relative(process.cwd(), folder);
  return relative.startsWith('..') || path.isAbsolute(relative) ? folder : relative;
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

/** @param {string[]} args @returns {Promise<string>} absolute */
async function readChallengesRoot(args) {
  const at = args.indexOf('--challenges');
  if (at < 0) return path.join(projectRoot, 'challenges');
  const folder = path.resolve(args[at + 1] ?? '');
  const info = await stat(folder).catch(() => null);
  if (args[at + 1] !== undefined && info?.isDirectory()) return folder;
  throw new SetupFailure(
    `"${args[at + 1] ?? ''}" is no folder.`,
    'Name a folder of challenge folders, as in `npm start -- --challenges ../my-challenges`.',
  );
}
