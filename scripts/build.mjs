// Builds the static site into dist/: the app, the interpreter image, the content's pages, the licences.
// `--content-only` renews the content's pages in the site that is there; `--compress` adds twins in brotli, for publishing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runStep } from './setup/failure.mjs';
import { prepare } from './setup/prepare.mjs';
import { projectRoot } from './setup/root.mjs';

const next = '.cache/site';
const contentOnly = process.argv.includes('--content-only');
process.chdir(projectRoot);

if (contentOnly && existsSync('dist/shell.html')) {
  writeContent('dist');
} else {
  await runStep(() => prepare());
  build();
}

function build() {
  run('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  renameSync(path.join(next, 'index.html'), path.join(next, 'shell.html'));
  nameTheme(next);
  copyImage(path.join(next, 'interpreter'));
  run('scripts/licences.mjs', [path.join(next, 'licences')]);
  run('node_modules/tsx/dist/cli.mjs', ['src/offline/build/write-worker.ts', next]);
  // Last, because it lists every file of the site for offline use.
  writeContent(next);
  if (process.argv.includes('--compress')) run('scripts/precompress.mjs', [next]);
  replaceDist();
}

/** Gives the one script that Vite does not name a hash of its content, so that builds cannot mix it up. */
function nameTheme(site) {
  const script = readFileSync(path.join(site, 'theme.js'));
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 8);
  const name = `assets/theme-${hash}.js`;
  renameSync(path.join(site, 'theme.js'), path.join(site, name));
  const shell = readFileSync(path.join(site, 'shell.html'), 'utf8');
  if (!shell.includes('src="./theme.js"')) throw new Error('index.html has no script named theme.js.');
  writeFileSync(path.join(site, 'shell.html'), shell.replace('src="./theme.js"', `src="./${name}"`));
}

function copyImage(to) {
  const image = '.cache/image';
  const manifest = JSON.parse(readFileSync(path.join(image, 'manifest.json'), 'utf8'));
  const files = [...Object.values(manifest.files), ...Object.values(manifest.packages)].map(
    (file) => file.path,
  );
  for (const file of files) cpSync(path.join(image, file), path.join(to, file));
  for (const name of ['manifest.json', `manifest.${manifest.id}.json`]) {
    cpSync(path.join(image, 'manifest.json'), path.join(to, name));
  }
}

function writeContent(site) {
  run('node_modules/tsx/dist/cli.mjs', ['src/content/build/write-site.ts', site]);
}

/** The site that is being served is replaced at once, by renaming. */
function replaceDist() {
  const old = '.cache/site-old';
  rmSync(old, { recursive: true, force: true });
  if (existsSync('dist')) renameSync('dist', old);
  renameSync(next, 'dist');
  rmSync(old, { recursive: true, force: true });
}

function run(script, args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`The build stopped at: ${script} ${args.join(' ')}\n`);
    process.exit(status ?? 1);
  }
}
