/** The author's tool: finds the command, runs it, and turns its ending into an exit code. */
import { runTool } from './run-tool.ts';

// Whoever reads along may have seen enough (`… | head`): that is no mistake of the tool's, but nothing has passed either.
// The code is the one of a program that SIGPIPE ends.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141);
});

process.exitCode = await runTool(process.argv.slice(2), (line) => {
  process.stdout.write(`${line}\n`);
});
