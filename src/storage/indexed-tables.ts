/** Tables in IndexedDB. */
import { type IDBPDatabase, openDB } from 'idb';
import { type TableName, type Tables, type TableTransaction, tableNames } from './tables.ts';

/** The released schemas; a new one adds a step to `upgrade` and never changes an old step. */
const schemaVersion = 1;

export interface IndexedTablesOptions {
  readonly name: string;
  /** Another tab wants a newer schema, or the browser closed the database: this page must be reloaded. */
  readonly onClosed: () => void;
}

/** @throws DOMException when the browser refuses (private mode, storage full, a newer schema is there). */
export async function openIndexedTables(options: IndexedTablesOptions): Promise<Tables> {
  const database = await openDB(options.name, schemaVersion, {
    upgrade(upgraded, before) {
      if (before < 1) for (const table of tableNames) upgraded.createObjectStore(table);
    },
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      options.onClosed();
    },
    terminated: options.onClosed,
  });
  return { transact: (tables, mode, work) => transact(database, tables, mode, work) };
}

async function transact<T>(
  database: IDBPDatabase,
  tables: readonly TableName[],
  mode: 'readonly' | 'readwrite',
  work: (transaction: TableTransaction) => Promise<T>,
): Promise<T> {
  // strict: written to disk before it is called saved. What was typed must survive a crash of the machine.
  const transaction = database.transaction([...tables], mode, { durability: 'strict' });
  const store = (table: TableName) => transaction.objectStore(table);
  const writable = (table: TableName) => {
    const target = store(table);
    if (target.put === undefined || target.delete === undefined || target.clear === undefined) {
      throw new Error('A read-only transaction cannot write.');
    }
    return {
      put: target.put.bind(target),
      remove: target.delete.bind(target),
      clear: target.clear.bind(target),
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
    await transaction.done;
    return result;
  } catch (error) {
    abort(transaction);
    await transaction.done.catch(() => undefined);
    throw error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It had ended by itself; there is nothing left to undo.
  }
}
