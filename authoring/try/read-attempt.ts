/** Somebody's answer to a challenge, from a file or a folder. Nothing else is read. */
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readFolder } from '../../src/content/build/read-folder.ts';
import type { Challenge, TextFile } from '../../src/domain/challenge.ts';
import { UsageError } from '../commands/command.ts';

export interface Attempt {
  /** As it was named on the command line. */
  readonly from: string;
  readonly files: readonly TextFile[];
  /** Sentences: what was left out, and what was taken from the starter. */
  readonly notes: readonly string[];
}

/** @throws UsageError when there is nothing there, or nothing that the challenge could use */
export async function readAttempt(from: string, challenge: Challenge): Promise<Attempt> {
  const editable = challenge.starter.map((file) => file.path);
  const kind = await kindOf(from);
  const attempt = kind === 'folder' ? await readAll(from, editable) : await readOne(from, editable);
  const missing = editable.filter((file) => !attempt.files.some((given) => given.path === file));
  const notes = missing.map((file) => `${file} is not there, so the starter's is used.`);
  return { ...attempt, notes: [...attempt.notes, ...notes] };
}

async function kindOf(from: string): Promise<'file' | 'folder'> {
  try {
    const info = await lstat(from);
    if (info.isFile()) return 'file';
    if (info.isDirectory()) return 'folder';
  } catch {
    throw new UsageError(`There is no file or folder ${from}.`);
  }
  throw new UsageError(`${from} is neither a file nor a folder. Name the file itself.`);
}

async function readOne(from: string, editable: readonly string[]): Promise<Attempt> {
  const name = path.basename(from);
  const [only, ...others] = editable;
  const as =
    others.length === 0
      ? only
      : editable.find((file) => toPosix(from).endsWith(`/${file}`) || path.posix.basename(file) === name);
  if (as === undefined) {
    throw new UsageError(
      `The challenge has several files (${editable.join(', ')}), and ${name} is none of them. Name a folder that holds them.`,
    );
  }
  const bytes = await readFile(from);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { from, files: [{ path: as, text }], notes: [] };
  } catch {
    throw new UsageError(`${from} is not UTF-8 text. Save it as UTF-8.`);
  }
}

async function readAll(from: string, editable: readonly string[]): Promise<Attempt> {
  const { texts, binaries, problems } = await readFolder(from);
  const files = editable.flatMap((file) => {
    const text = texts.get(file);
    return text === undefined ? [] : [{ path: file, text }];
  });
  if (files.length === 0) {
    throw new UsageError(`${from} holds none of the files that learners edit: ${editable.join(', ')}.`);
  }
  const unused = [...texts.keys(), ...binaries.keys()].filter((file) => !editable.includes(file));
  return {
    from,
    files,
    notes: [
      ...problems.map((problem) => `${problem.file}: ${problem.message}`),
      ...unused.map((file) => `${file} is not one of the files that learners edit, so it is left out.`),
    ],
  };
}

function toPosix(file: string): string {
  return `/${path.resolve(file).split(path.sep).join('/')}`;
}
