/** Tables in this tab's memory, for when the browser keeps nothing. */
import type { StoredRecord, TableName, Tables, TableTransaction } from './tables.ts';

export function createMemoryTables(): Tables {
  let tables = new Map<TableName, Map<string, unknown>>();
  let last: Promise<unknown> = Promise.resolve();

  return {
    transact(_tables, _mode, work) {
      // One after the other, on a copy that replaces the original only when the work is whole.
      const run = async () => {
        const copy = new Map([...tables].map(([name, records]) => [name, new Map(records)]));
        const result = await work(transactionOn(copy));
        tables = copy;
        return result;
      };
      const next = last.then(run, run);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

function transactionOn(tables: Map<TableName, Map<string, unknown>>): TableTransaction {
  const table = (name: TableName) => {
    const existing = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, existing);
    return existing;
  };
  return {
    get: async (name, key) => table(name).get(key),
    list: async (name, prefix = '') =>
      [...table(name)]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]): StoredRecord => ({ key, value })),
    put: async (name, key, value) => void table(name).set(key, structuredClone(value)),
    remove: async (name, key) => void table(name).delete(key),
    clear: async (name) => table(name).clear(),
  };
}
