/** Tables in IndexedDB. A connection that the browser takes away is opened again by the next use. */
import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { openSuspension, type Suspension } from './suspension.ts';
import { ReadOnly, type TableName, type Tables, type TableTransaction, tableNames } from './tables.ts';

/** The released schemas; a new one adds a step to `upgrade` and never changes an old step. */
const schemaVersion = 1;

export interface IndexedTablesOptions {
  readonly name: string;
  /** Everything stored is gone: the database was deleted while this page had it open. */
  readonly onEmptied?: () => void;
}

/** @throws DOMException when the browser refuses (private mode, storage full, a newer schema is there). */
export async function openIndexedTables({ name, onEmptied }: IndexedTablesOptions): Promise<Tables> {
  let connection: Promise<IDBPDatabase> | null = null;

  function connect(): Promise<IDBPDatabase> {
    const opening = openDB(name, schemaVersion, {
      upgrade(upgraded, before) {
        if (before < 1) for (const table of tableNames) upgraded.createObjectStore(table);
      },
      // A newer page wants to change the schema, or somebody clears the site's data: this page must not stand in the way.
      blocking(_current, blockedVersion, event) {
        connection = null;
        (event.target as IDBDatabase).close();
        if (blockedVersion === null) onEmptied?.();
      },
      terminated() {
        connection = null;
      },
    });
    connection = opening;
    opening.catch(() => {
      if (connection === opening) connection = null;
    });
    return opening;
  }

  async function begin(tables: readonly TableName[], mode: 'readonly' | 'readwrite') {
    // strict: written to disk before it is called saved. What was typed must survive a crash of the machine.
    const open = async () =>
      (await (connection ?? connect())).transaction([...tables], mode, { durability: 'strict' });
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      // The connection was closing without our having heard of it.
      connection = null;
      return open();
    }
  }

  const suspension = openSuspension(globalThis);
  await connect();
  return {
    async transact(tables, mode, work) {
      for (;;) {
        await suspension.over();
        const transaction = await begin(tables, mode);
        try {
          return await perform(transaction, work, suspension);
        } catch (error) {
          // Nothing of it was written; it is taken up again where the learner comes back to the page.
          if (!suspension.hasAborted(transaction)) throw error;
        }
      }
    },
  };
}

async function perform<T>(
  transaction: IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>,
  work: (transaction: TableTransaction) => Promise<T>,
  suspension: Suspension,
): Promise<T> {
  suspension.watch(transaction);
  const store = (table: TableName) => transaction.objectStore(table);
  const writable = (table: TableName) => {
    const target = store(table);
    const { put, delete: remove, clear } = target;
    if (transaction.mode === 'readonly' || !put || !remove || !clear) {
      throw new ReadOnly();
    }
    return {
      put: put.bind(target),
      remove: remove.bind(target),
      clear: clear.bind(target),
    };
  };

  try {
    const result = await work({
      get: (table, key) => store(table).get(key),
      list: async (table, prefix) => {
        const range = prefix === undefined ? undefined : IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        const [keys, values] = await Promise.all([
          store(table).getAllKeys(range),
          store(table).getAll(range),
        ]);
        return keys.map((key, index) => ({ key: String(key), value: values[index] }));
      },
      put: async (table, key, value) => void (await writable(table).put(value, key)),
      remove: (table, key) => writable(table).remove(key),
      clear: (table) => writable(table).clear(),
    });
    suspension.release(transaction);
    // Said at once: a page that is left now has its work written all the same.
    commit(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    suspension.release(transaction);
    abort(transaction);
    await transaction.done.catch(() => undefined);
    throw error;
  }
}

function commit(transaction: { commit(): void }): void {
  try {
    transaction.commit();
  } catch {
    // It is about to do so by itself; whether it did is told by `done`.
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It had ended by itself; there is nothing left to undo.
  }
}
