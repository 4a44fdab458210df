/** Reads a folder that somebody else made: every file, never a link, never anything outside. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface SourceFiles {
  /** By path relative to the folder, with `/` between the parts. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Paths that were not read, each with the reason. */
  readonly skipped: ReadonlyMap<string, string>;
}

/** A challenge folder may not hold a larger file. */
const maxFileBytes = 2_000_000;
const ignored = new Set(['__pycache__', '.pytest_cache', '.git', '.venv', 'node_modules', '.DS_Store']);

/** Reads `root` and everything below; Python's caches, git's data and environments are passed over. */
export async function readSourceFiles(root: string): Promise<SourceFiles> {
  const files = new Map<string, Uint8Array>();
  const skipped = new Map<string, string>();
  const visit = async (relative: string): Promise<void> => {
    for (const name of (await readdir(path.join(root, relative))).sort()) {
      if (ignored.has(name)) continue;
      const file = relative === '' ? name : `${relative}/${name}`;
      const info = await lstat(path.join(root, file));
      if (info.isSymbolicLink()) skipped.set(file, 'a symbolic link');
      else if (info.isDirectory()) await visit(file);
      else if (!info.isFile()) skipped.set(file, 'no ordinary file');
      else if (info.size > maxFileBytes) skipped.set(file, `larger than ${maxFileBytes} bytes`);
      else files.set(file, Uint8Array.from(await readFile(path.join(root, file))));
    }
  };
  await visit('');
  return { files, skipped };
}

/** @returns the text without a byte order mark, or null when it is not UTF-8. */
export function decodeText(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
