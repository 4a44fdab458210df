/** Runs a program of the corpus with a native Python. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Program, programOf } from './program.ts';

const run = promisify(execFile);
const timeoutMs = 120_000;

/** What the program prints. Rejects when it fails. */
export async function runNatively(program: Program, python: string): Promise<string> {
  const args = ['-W', 'ignore', fileURLToPath(programOf(program.name))];
  const { stdout } = await run(python, args, { timeout: timeoutMs });
  return stdout;
}

/** The minor version of a Python 3; null when there is none. */
export async function minorVersion(python: string): Promise<number | null> {
  try {
    const { stdout } = await run(python, ['-c', 'import sys; print(sys.version_info[1])']);
    return Number(stdout);
  } catch {
    return null;
  }
}
