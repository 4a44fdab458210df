/** The corpus of programs whose output must be the same natively and here. */
import { readdir, readFile } from 'node:fs/promises';

const folder = new URL('programs/', import.meta.url);

type Need = 'threads' | 'processes';

export interface Program {
  readonly name: string;
  readonly source: string;
  /** Minor version of the lowest Python 3 that runs it. */
  readonly minor: number;
  readonly needs: readonly Need[];
}

export async function readPrograms(): Promise<readonly Program[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.py')).sort();
  return Promise.all(files.map(readProgram));
}

/** Where the output recorded from native CPython 3.14 lies. */
export function goldenOf(name: string): URL {
  return new URL(`${name}.txt`, folder);
}

export function programOf(name: string): URL {
  return new URL(`${name}.py`, folder);
}

/** @throws Error when the first line does not say what the program needs */
async function readProgram(file: string): Promise<Program> {
  const source = await readFile(new URL(file, folder), 'utf8');
  const header = /^# needs: python>=3\.(\d+)((?:, (?:threads|processes))*)\n/.exec(source);
  if (header === null)
    throw new Error(`${file} does not begin with a line like "# needs: python>=3.11, threads".`);
  const needs = (header[2] ?? '').split(', ').filter((need) => need !== '') as Need[];
  return { name: file.slice(0, -'.py'.length), source, minor: Number(header[1]), needs };
}
