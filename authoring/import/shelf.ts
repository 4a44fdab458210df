/** The shelf that imported challenges stand on: its entry in tracks.toml, and which places are free. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'smol-toml';
import * as v from 'valibot';
import { readTracks } from '../../src/content/build/read-tracks.ts';
import { formatProblem, isError } from '../../src/domain/content-problem.ts';

export interface Shelf {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
}

const PlaceSchema = v.object({ track: v.string(), order: v.number() });

/**
 * Adds the shelf to tracks.toml unless it is there; the file's own text stays as it is.
 * @returns whether it had to be added
 * @throws Error with a sentence when tracks.toml cannot be understood.
 */
export async function ensureShelf(into: string, shelf: Shelf): Promise<boolean> {
  const file = path.join(into, 'tracks.toml');
  const before = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (before !== '' && (await readShelves(into)).includes(shelf.slug)) return false;
  const gap = before === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  await writeFile(file, `${before}${gap}[[tracks]]\n${stringify({ ...shelf })}`);
  return true;
}

/** Hands out places on the shelf: the wished one, or else the next that is free. */
export async function createPlaces(
  into: string,
  shelf: string,
): Promise<(slug: string, wish: number) => number> {
  const taken = new Map<number, string>();
  for (const item of await readdir(into, { withFileTypes: true })) {
    if (!item.isDirectory() || item.name.startsWith('.')) continue;
    const place = await readPlace(path.join(into, item.name, 'challenge.toml'));
    if (place?.track === shelf) taken.set(place.order, item.name);
  }
  return (slug, wish) => {
    for (const [order, owner] of taken) if (owner === slug) return order;
    let order = Math.min(Math.max(1, wish), 999);
    while (taken.has(order) && order < 999) order += 1;
    taken.set(order, slug);
    return order;
  };
}

async function readShelves(into: string): Promise<readonly string[]> {
  const { tracks, problems } = await readTracks(into);
  const broken = problems.filter(isError);
  if (broken.length === 0) return tracks.map((track) => track.slug);
  throw new Error(broken.map((problem) => formatProblem(into, problem)).join('\n'));
}

/** A folder whose challenge.toml is broken takes no place; `check` says what is wrong with it. */
async function readPlace(file: string): Promise<{ readonly track: string; readonly order: number } | null> {
  try {
    const result = v.safeParse(PlaceSchema, parse(await readFile(file, 'utf8')));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
