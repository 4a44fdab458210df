/** A browser, or its driver, as a process of ours that ends with everything it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface Child {
  /** Resolves with the first match of this in what the process says. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  end(): Promise<void>;
}

export function startChild(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Child {
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  const listeners = new Set<() => void>();
  const hear = (text: Buffer) => {
    said = (said + text.toString()).slice(-100_000);
    for (const listener of [...listeners]) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      said += String(error);
      resolve();
    });
  });
  return {
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(said);
          if (match === null) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void gone.then(() => reject(new Error(`${path.basename(command)} ended:\n${said.slice(-2_000)}`)));
      }),
    async end() {
      killGroup(child);
      await gone;
    },
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}

/** @returns the first of these programs that is installed, or null */
export function findProgram(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = names.flatMap((name) =>
    path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name)),
  );
  return places.find((file) => existsSync(file)) ?? null;
}
