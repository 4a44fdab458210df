/** Reads one challenge folder from disk, without ever leaving it. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContentProblem } from '../../domain/challenge.ts';

export interface FolderFiles {
  readonly texts: ReadonlyMap<string, string>;
  /** Binary assets as base64. */
  readonly binaries: ReadonlyMap<string, string>;
  readonly problems: readonly ContentProblem[];
}

const maxFileBytes = 2_000_000;
const decoder = new TextDecoder('utf-8', { fatal: true });
const ignored = new Set(['__pycache__', '.pytest_cache', '.DS_Store']);

/** @returns every file by its path relative to `root`, with `/` between the parts. */
export async function readFolder(root: string): Promise<FolderFiles> {
  const texts = new Map<string, string>();
  const binaries = new Map<string, string>();
  const problems: ContentProblem[] = [];
  const complain = (file: string, message: string) =>
    problems.push({ file, line: null, message, severity: 'error' });

  const visit = async (relative: string): Promise<void> => {
    const names = (await readdir(path.join(root, relative))).sort();
    for (const name of names) {
      if (ignored.has(name)) continue;
      const file = relative === '' ? name : `${relative}/${name}`;
      const info = await lstat(path.join(root, file));
      if (info.isSymbolicLink()) {
        complain(file, 'It is a symbolic link. Replace it by the file itself.');
      } else if (info.isDirectory()) {
        await visit(file);
      } else if (info.size > maxFileBytes) {
        complain(file, `It has ${info.size} bytes; at most ${maxFileBytes} are allowed. Make it smaller.`);
      } else if (info.isFile()) {
        readInto(file, await readFile(path.join(root, file)));
      }
    }
  };
  const readInto = (file: string, bytes: Buffer) => {
    try {
      texts.set(file, decoder.decode(bytes));
    } catch {
      if (file.startsWith('assets/')) binaries.set(file, bytes.toString('base64'));
      else complain(file, 'It is not UTF-8 text. Save it as UTF-8.');
    }
  };

  await visit('');
  return { texts, binaries, problems };
}
