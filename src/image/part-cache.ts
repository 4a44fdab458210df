// Keeps finished parts of the image, so that an edit rebuilds what it touched and nothing else.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { Distribution, ImageFile } from './manifest.ts';

/** A part as it stands on disk. */
export interface Part extends ImageFile {
  readonly distributions: readonly Distribution[];
}

/** Content of a part before compression. */
export interface PartContent {
  readonly content: Uint8Array;
  readonly distributions?: readonly Distribution[];
}

const recordSchema = v.object({
  inputs: v.string(),
  path: v.string(),
  bytes: v.number(),
  wireBytes: v.number(),
  distributions: v.array(v.object({ name: v.string(), version: v.string() })),
});

/** The folder of finished files, and beside it the records of what each was made from. */
export class PartCache {
  /** Absolute; the files of the image and its manifest. */
  readonly folder: string;
  /** Absolute; one record per part. */
  readonly records: string;

  constructor(folder: string, records: string) {
    this.folder = folder;
    this.records = records;
  }

  /** The finished part if it was made from these inputs and is still whole, else null. */
  async find(name: string, inputs: string): Promise<Part | null> {
    const text = await readFile(path.join(this.records, `${name}.json`), 'utf8').catch(() => null);
    if (text === null) return null;
    const record = v.safeParse(v.pipe(v.string(), v.parseJson(), recordSchema), text);
    if (!record.success || record.output.inputs !== inputs) return null;
    const info = await stat(path.join(this.folder, record.output.path)).catch(() => null);
    return info?.size === record.output.wireBytes ? toPart(record.output) : null;
  }

  /** Compresses a part and writes it; the record comes last, so a killed build leaves none. */
  async store(name: string, inputs: string, { content, distributions = [] }: PartContent): Promise<Part> {
    const wire = compress(content);
    const part: Part = {
      path: `${name}-${sha256(content).slice(0, 12)}.bin`,
      bytes: content.byteLength,
      wireBytes: wire.byteLength,
      distributions,
    };
    await writeWhole(path.join(this.folder, part.path), wire);
    await writeWhole(
      path.join(this.records, `${name}.json`),
      `${JSON.stringify({ inputs, ...part }, null, 2)}\n`,
    );
    return part;
  }

  /** The content of a finished part, inflated. */
  async read(part: ImageFile): Promise<Uint8Array> {
    return gunzipSync(await readFile(path.join(this.folder, part.path)));
  }

  /** Removes files that no part names any more. */
  async prune(names: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.folder)) {
      if (!names.has(name)) await rm(path.join(this.folder, name), { recursive: true, force: true });
    }
  }
}

/** Hexadecimal sha256 of texts and bytes, in order; lengths are part of it, so joints cannot shift. */
export function sha256(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  if (pieces.length === 1 && pieces[0] !== undefined) return hash.update(pieces[0]).digest('hex');
  for (const piece of pieces) hash.update(`${piece.length}:`).update(piece);
  return hash.digest('hex');
}

/** Writes a file so that nobody ever sees half of it. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

function compress(content: Uint8Array): Uint8Array {
  const wire = gzipSync(content, { level: 9 });
  // Byte 9 of the header names the operating system; "unknown" makes the file the same wherever it is built.
  wire[9] = 255;
  return wire;
}

function toPart({ path: file, bytes, wireBytes, distributions }: v.InferOutput<typeof recordSchema>): Part {
  return { path: file, bytes, wireBytes, distributions };
}
