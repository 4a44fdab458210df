/** Kept memories in IndexedDB: a database of their own, which may be deleted at any time without loss. */
import { type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import type { MemorySnapshot } from '../memory-snapshot.ts';
import { MemorySnapshotSchema } from './frame-event.ts';
import { type KeptSnapshot, type SnapshotStore, toKindText } from './snapshot-store.ts';

export interface IndexedSnapshotsOptions {
  /** Tells engines apart, and greater versions of one: the user agent's text. */
  readonly engine: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves when the page has nothing better to do. */
  readonly whenIdle: () => Promise<void>;
  /** Bytes that this site may still store; null where the browser does not tell. */
  readonly room: () => Promise<number | null>;
}

const databaseName = 'interleave-interpreters';
const table = 'snapshots';
/** Twenty to forty megabytes each. */
const most = 4;
/** The learner's own work needs room first: a memory may take this share of what is left. */
const shareOfRoom = 1 / 8;

const RecordSchema = v.object({
  engine: v.string(),
  savedAt: v.number(),
  /** SHA-256 of the bytes, hex. */
  hash: v.string(),
  capabilities: v.object({ sharedMemory: v.boolean(), stackSwitching: v.boolean() }),
  /** All but its bytes. */
  snapshot: v.omit(MemorySnapshotSchema, ['bytes']),
  bytes: v.instance(Blob),
});

export function createIndexedSnapshots(options: IndexedSnapshotsOptions): SnapshotStore {
  const { engine, now, whenIdle, room } = options;

  async function find(key: string): Promise<KeptSnapshot | null> {
    const found = await withDatabase((database) => database.get(table, key));
    if (found === undefined) return null;
    const record = v.parse(RecordSchema, found);
    if (record.engine !== engine) return null;
    const bytes = await record.bytes.arrayBuffer();
    if ((await hash(bytes)) !== record.hash) throw new Error('A kept memory is damaged.');
    return { capabilities: record.capabilities, snapshot: { ...record.snapshot, bytes } };
  }

  async function keep(image: string, key: string, { capabilities, snapshot }: KeptSnapshot): Promise<void> {
    await whenIdle();
    const { bytes, ...rest } = asOwnBytes(snapshot);
    const left = await room();
    if (left === null || bytes.byteLength > left * shareOfRoom) return;
    const record = {
      engine,
      savedAt: now(),
      hash: await hash(bytes),
      capabilities,
      snapshot: rest,
      bytes: new Blob([bytes]),
    } satisfies Record<keyof v.InferInput<typeof RecordSchema>, unknown>;
    await withDatabase(async (database) => {
      const { store, done } = database.transaction(table, 'readwrite');
      const write = async () => {
        for (const stale of await listStale(store, image, key)) await store.delete(stale);
        await store.put(record, key);
      };
      await Promise.all([write(), done]);
    });
  }

  const forget = (key: string) => withDatabase((database) => database.delete(table, key));

  return {
    find: async (image, kind) => {
      const key = toKey(image, toKindText(kind));
      try {
        return await withinPatience(find(key));
      } catch {
        void forget(key).catch(() => undefined);
        return null;
      }
    },
    keep: (image, kind, kept) => keep(image, toKey(image, toKindText(kind)), kept).catch(() => undefined),
    forget: (image, kind) => forget(toKey(image, toKindText(kind))).catch(() => undefined),
  };
}

/** Opened for one use: an open connection would stand in the way of whoever clears the site's data. */
async function withDatabase<T>(use: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB(databaseName, 1, {
    upgrade: (upgraded) => void upgraded.createObjectStore(table),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

/** The packs are there as well: a storage that does not answer is not waited for. */
const patienceMs = 3_000;

function withinPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The storage does not answer.')), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface Records {
  getAllKeys(): Promise<readonly IDBValidKey[]>;
  get(key: IDBValidKey): Promise<unknown>;
}

/** Those of other images, and the oldest where there would be too many. */
async function listStale(store: Records, image: string, key: string): Promise<readonly IDBValidKey[]> {
  const keys = await store.getAllKeys();
  const stale = keys.filter((one) => !String(one).startsWith(toKey(image, '')));
  const others: { readonly key: IDBValidKey; readonly savedAt: number }[] = [];
  for (const one of keys.filter((kept) => !stale.includes(kept) && kept !== key)) {
    const record = v.safeParse(RecordSchema, await store.get(one));
    others.push({ key: one, savedAt: record.success ? record.output.savedAt : 0 });
  }
  others.sort((left, right) => right.savedAt - left.savedAt);
  return [...stale, ...others.slice(most - 1).map((one) => one.key)];
}

function toKey(image: string, kind: string): string {
  return `${image} ${kind}`;
}

function asOwnBytes(snapshot: MemorySnapshot): MemorySnapshot & { readonly bytes: ArrayBuffer } {
  const { bytes } = snapshot;
  if (!(bytes instanceof ArrayBuffer)) throw new TypeError('Shared bytes cannot be kept.');
  return { ...snapshot, bytes };
}

async function hash(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
