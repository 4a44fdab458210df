/** The little that storage asks of a database: named tables of records, read and written in transactions. */

export const tableNames = ['drafts', 'snapshots', 'attempts', 'progress', 'settings', 'aside'] as const;

export type TableName = (typeof tableNames)[number];

export interface StoredRecord {
  readonly key: string;
  readonly value: unknown;
}

export interface TableTransaction {
  get(table: TableName, key: string): Promise<unknown>;
  /** Records whose key begins with `prefix`, in the order of their keys. */
  list(table: TableName, prefix?: string): Promise<readonly StoredRecord[]>;
  put(table: TableName, key: string, value: unknown): Promise<void>;
  remove(table: TableName, key: string): Promise<void>;
  clear(table: TableName): Promise<void>;
}

/** A transaction for reading was asked to write. */
export class ReadOnly extends Error {
  override name = 'ReadOnly';
  override message = 'A read-only transaction cannot write.';
}

export interface Tables {
  /** All or nothing: when `work` throws, nothing of it is written. */
  transact<T>(
    tables: readonly TableName[],
    mode: 'readonly' | 'readwrite',
    work: (transaction: TableTransaction) => Promise<T>,
  ): Promise<T>;
}
