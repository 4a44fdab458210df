// `npm run dev`: Vite's own server for working on the app, with the interpreter image in place.
import { spawn } from 'node:child_process';
import { runStep } from './setup/failure.mjs';
import { prepare } from './setup/prepare.mjs';
import { projectRoot } from './setup/root.mjs';

process.chdir(projectRoot);
await runStep(() => prepare());
const server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
server.on('exit', (code) => process.exit(code ?? 1));
