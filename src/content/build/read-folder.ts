/** Reads one challenge folder from disk, without ever leaving it. */
import type { Stats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ContentProblem, toError } from '../../domain/content-problem.ts';
import { folderLimits } from '../../domain/folder-limits.ts';
import { foldPath } from '../../domain/relative-path.ts';
import { decodeText } from './decode-text.ts';

export interface FolderFiles {
  readonly texts: ReadonlyMap<string, string>;
  /** Binary assets as base64. */
  readonly binaries: ReadonlyMap<string, string>;
  readonly folders: ReadonlySet<string>;
  readonly problems: readonly ContentProblem[];
}

/** What is asked of a disk; tests put one in its place that refuses. */
export interface Disk {
  lstat(file: string): Promise<Stats>;
  readdir(folder: string): Promise<string[]>;
  readFile(file: string): Promise<Uint8Array>;
}

const realDisk: Disk = { lstat, readdir, readFile };
const isIgnored = (name: string) => name === '__pycache__' || name === '.DS_Store' || name.endsWith('.pyc');

/** @returns every file by its path relative to `root`, with `/` between the parts. Links are never followed. */
export async function readFolder(root: string, disk: Disk = realDisk): Promise<FolderFiles> {
  const reading = new FolderReading(root, disk);
  await reading.visit('');
  return reading.finish();
}

class FolderReading {
  readonly #root: string;
  readonly #disk: Disk;
  readonly #texts = new Map<string, string>();
  readonly #binaries = new Map<string, string>();
  readonly #folders = new Set<string>();
  readonly #problems: ContentProblem[] = [];
  readonly #seen = new Map<string, string>();
  #files = 0;
  #assetBytes = 0;

  constructor(root: string, disk: Disk) {
    this.#root = root;
    this.#disk = disk;
  }

  async visit(folder: string): Promise<void> {
    const names = await this.#attempt(folder, () => this.#disk.readdir(path.join(this.#root, folder)));
    for (const name of (names ?? []).sort()) {
      const file = folder === '' ? name : `${folder}/${name}`;
      // Editors and tools leave files with a dot behind; an asset may really be named so.
      const isLeftOver = name.startsWith('.') && !file.startsWith('assets/');
      if (isIgnored(name) || isLeftOver) continue;
      if (this.#files > folderLimits.files) return;
      await this.#attempt(file, () => this.#take(file));
    }
  }

  finish(): FolderFiles {
    if (this.#files > folderLimits.files) {
      this.#complain(
        'assets',
        `The folder has more than ${folderLimits.files} files. Remove what the challenge does not need.`,
      );
    }
    if (this.#assetBytes > folderLimits.assetBytes) {
      this.#complain(
        'assets',
        `The files under assets/ have ${formatBytes(this.#assetBytes)} together; at most ${formatBytes(folderLimits.assetBytes)} are allowed. Make them smaller.`,
      );
    }
    return {
      texts: this.#texts,
      binaries: this.#binaries,
      folders: this.#folders,
      problems: this.#problems,
    };
  }

  async #take(file: string): Promise<void> {
    const place = path.join(this.#root, file);
    const info = await this.#disk.lstat(place);
    this.#noteCase(file);
    if (info.isSymbolicLink()) {
      this.#complain(file, 'It is a symbolic link. Replace it by the file itself.');
    } else if (info.isDirectory()) {
      this.#folders.add(file);
      await this.visit(file);
    } else if (!info.isFile()) {
      this.#complain(file, 'It is neither a file nor a folder. Remove it.');
    } else {
      this.#files += 1;
      if (file.startsWith('assets/')) this.#assetBytes += info.size;
      if (info.size > folderLimits.fileBytes) {
        const message = `It has ${formatBytes(info.size)}; at most ${formatBytes(folderLimits.fileBytes)} are allowed. Make it smaller.`;
        this.#complain(file, message);
      } else {
        this.#keep(file, await this.#disk.readFile(place));
      }
    }
  }

  #keep(file: string, bytes: Uint8Array): void {
    const { text, problems } = decodeText(file, bytes);
    if (file.startsWith('assets/')) {
      // An asset is handed on as it is: CRLF, a byte order mark or bytes may be the point of it.
      if (text === null || problems.length > 0)
        this.#binaries.set(file, Buffer.from(bytes).toString('base64'));
      else this.#texts.set(file, text);
      return;
    }
    if (text !== null) this.#texts.set(file, text);
    this.#problems.push(...problems);
  }

  #noteCase(file: string): void {
    const folded = foldPath(file);
    const other = this.#seen.get(folded);
    if (other === undefined) this.#seen.set(folded, file);
    else {
      this.#complain(
        file,
        `On Windows and macOS it is the same file as ${other}. Give one of them another name.`,
      );
    }
  }

  async #attempt<T>(file: string, action: () => Promise<T>): Promise<T | null> {
    try {
      return await action();
    } catch (error) {
      this.#complain(file, explainReadError(error));
      return null;
    }
  }

  #complain(file: string, message: string): void {
    this.#problems.push(toError(file, null, message));
  }
}

/** What a refused read means, with the next step. */
export function explainReadError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'It cannot be read: permission is refused. Give yourself the right to read it.';
    case 'ENOENT':
      return 'It disappeared while it was being read. Save it again.';
    case 'EISDIR':
      return 'It is a folder; a file is expected here.';
    default:
      return `It cannot be read (${code ?? message}). Look at it with another program, and save it again.`;
  }
}

function formatBytes(bytes: number): string {
  return `${bytes.toLocaleString('en')} bytes`;
}
