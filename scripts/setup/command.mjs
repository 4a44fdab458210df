// @ts-check
// Runs a program, hands its lines to whoever shows progress, and keeps what it said for an explanation.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program is not there
 */
export function runCommand(program, args, { cwd, env = process.env, onLine }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {string[]} */
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        onLine?.(line);
      });
    }
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) => {
      resolve({
        code: code ?? 1,
        output: signal ? `${lines.join('\n')}\nended by ${signal}` : lines.join('\n'),
      });
    });
  });
}
