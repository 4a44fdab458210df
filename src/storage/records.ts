/** Reads and writes typed records; one that does not parse is moved to the table `aside` with its reason. */
import * as v from 'valibot';
import type { Draft, Snapshot } from '../domain/draft.ts';
import type { Attempt, ChallengeProgress } from '../domain/progress.ts';
import { AttemptSchema, DraftSchema, ProgressSchema, SnapshotSchema } from './record-schemas.ts';
import type { StoredRecord, TableName, TableTransaction } from './tables.ts';

interface Kind<T> {
  readonly table: TableName;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly keyOf: (value: T) => string;
}

// Attempts and snapshots sort by time within their challenge; a slug never contains '/'.
export const drafts: Kind<Draft> = { table: 'drafts', schema: DraftSchema, keyOf: (draft) => draft.slug };
export const progress: Kind<ChallengeProgress> = {
  table: 'progress',
  schema: ProgressSchema,
  keyOf: (item) => item.slug,
};
export const snapshots: Kind<Snapshot> = {
  table: 'snapshots',
  schema: SnapshotSchema,
  keyOf: (item) => `${item.slug}/${timeKey(item.takenAt)}/${item.id}`,
};
export const attempts: Kind<Attempt> = {
  table: 'attempts',
  schema: AttemptSchema,
  keyOf: (item) => `${item.slug}/${timeKey(item.startedAt)}/${item.id}`,
};

export async function getRecord<T>(
  transaction: TableTransaction,
  kind: Kind<T>,
  key: string,
): Promise<T | null> {
  const value = await transaction.get(kind.table, key);
  return value === undefined ? null : await parseOrSetAside(transaction, kind, { key, value });
}

/** Every readable record whose key begins with `prefix`, in the order of keys. */
export async function listRecords<T>(
  transaction: TableTransaction,
  kind: Kind<T>,
  prefix?: string,
): Promise<readonly T[]> {
  const found = await transaction.list(kind.table, prefix);
  const values: T[] = [];
  for (const record of found) {
    const value = await parseOrSetAside(transaction, kind, record);
    if (value !== null) values.push(value);
  }
  return values;
}

export function putRecord<T>(transaction: TableTransaction, kind: Kind<T>, value: T): Promise<void> {
  return transaction.put(kind.table, kind.keyOf(value), value);
}

async function parseOrSetAside<T>(
  transaction: TableTransaction,
  kind: Kind<T>,
  record: StoredRecord,
): Promise<T | null> {
  const result = v.safeParse(kind.schema, record.value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const reason = `${v.getDotPath(issue) ?? 'record'}: ${issue.message}`;
  await transaction.put('aside', `${kind.table}/${record.key}`, { ...record, table: kind.table, reason });
  await transaction.remove(kind.table, record.key);
  return null;
}

function timeKey(milliseconds: number): string {
  return String(Math.max(0, Math.floor(milliseconds))).padStart(15, '0');
}
