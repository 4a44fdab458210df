/** The author's tool: finds the command, runs it, and turns its ending into an exit code. */
import { runTool } from './run-tool.ts';

process.exitCode = await runTool(process.argv.slice(2), (line) => {
  process.stdout.write(`${line}\n`);
});
