/** Keeps how runs ended, by what they depend on, so that a reload of the page runs nothing again. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FinishedRun } from '../gate/gate-run.ts';

export interface RunMemory {
  get(key: string): Promise<FinishedRun | null>;
  put(key: string, run: FinishedRun): Promise<void>;
}

interface Records extends DBSchema {
  runs: {
    key: string;
    value: { readonly run: FinishedRun; readonly keptAt: number };
    indexes: { keptAt: number };
  };
}

const keptFor = 30 * 24 * 3_600_000;

/** In the browser's own storage; where there is none, in this tab. */
export async function openRunMemory(now: () => number): Promise<RunMemory> {
  try {
    const database = await openDB<Records>('interleave-author', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('runs').createIndex('keptAt', 'keptAt');
      },
    });
    await forgetOld(database, now() - keptFor);
    return {
      get: async (key) => (await database.get('runs', key).catch(() => undefined))?.run ?? null,
      put: async (key, run) => {
        // A full disk only means that this run is made again some day.
        await database.put('runs', { run, keptAt: now() }, key).catch(() => undefined);
      },
    };
  } catch {
    return createTabMemory();
  }
}

export function createTabMemory(): RunMemory {
  const runs = new Map<string, FinishedRun>();
  return {
    get: async (key) => runs.get(key) ?? null,
    put: async (key, run) => void runs.set(key, run),
  };
}

async function forgetOld(database: IDBPDatabase<Records>, before: number): Promise<void> {
  const transaction = database.transaction('runs', 'readwrite');
  let cursor = await transaction.store.index('keptAt').openCursor(IDBKeyRange.upperBound(before));
  while (cursor !== null) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
  await transaction.done;
}
