/** The learner's store over any tables. Every change is announced to this tab and to the others. */
import * as v from 'valibot';
import type { Draft, Snapshot, SnapshotReason } from '../domain/draft.ts';
import { defaultSettings } from '../domain/settings.ts';
import { readExport, writeExport } from './export-file.ts';
import type { LearnerStore, SaveResult, StoreChange, StoreStatus } from './learner-store.ts';
import { mergeProgress, toImportItem } from './merge-import.ts';
import { SettingsSchema } from './record-schemas.ts';
import { attempts, drafts, getRecord, listRecords, progress, putRecord, snapshots } from './records.ts';
import { ReadOnly, type TableName, type Tables, type TableTransaction, tableNames } from './tables.ts';

export interface LearnerStoreOptions {
  readonly tables: Tables;
  readonly status: StoreStatus;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly announcer: Announcer;
}

/** Tells changes to every tab, this one included. */
export interface Announcer {
  announce(change: StoreChange): void;
  subscribe(listener: (change: StoreChange) => void): () => void;
}

export function createLearnerStore(options: LearnerStoreOptions): LearnerStore {
  const { tables, now, newId, announcer } = options;
  const everything = [...tableNames];

  function toSnapshot(draft: Draft, reason: SnapshotReason): Snapshot {
    const { slug, challengeVersion, files } = draft;
    return { id: newId(), slug, challengeVersion, files, takenAt: now(), reason };
  }

  /** Reading takes no lock that others wait for, unless there is a record that has to be set aside. */
  async function reading<T>(
    names: readonly TableName[],
    work: (transaction: TableTransaction) => Promise<T>,
  ): Promise<T> {
    try {
      return await tables.transact(names, 'readonly', work);
    } catch (error) {
      if (!(error instanceof ReadOnly)) throw error;
      return tables.transact(names, 'readwrite', work);
    }
  }

  return {
    status: options.status,

    loadDraft: (slug) => reading(['drafts', 'aside'], (transaction) => getRecord(transaction, drafts, slug)),

    async saveDraft(draft) {
      let result: SaveResult;
      try {
        result = await tables.transact(
          ['drafts', 'aside'],
          'readwrite',
          async (transaction): Promise<SaveResult> => {
            const stored = await getRecord(transaction, drafts, draft.slug);
            if (stored !== null && stored.revision !== draft.revision)
              return { kind: 'conflict', theirs: stored };
            const saved: Draft = { ...draft, revision: draft.revision + 1, savedAt: now() };
            await putRecord(transaction, drafts, saved);
            return { kind: 'saved', draft: saved };
          },
        );
      } catch (error) {
        return { kind: 'failed', message: explainSaveFailure(error) };
      }
      if (result.kind === 'saved') {
        announcer.announce({ type: 'draft-saved', slug: draft.slug, revision: result.draft.revision });
      }
      return result;
    },

    addSnapshot: (draft, reason, instead) =>
      tables.transact(['snapshots'], 'readwrite', async (transaction) => {
        const snapshot = toSnapshot(draft, reason);
        if (instead !== undefined) await transaction.remove('snapshots', snapshots.keyOf(instead));
        await putRecord(transaction, snapshots, snapshot);
        return snapshot;
      }),

    listSnapshots: (slug) =>
      reading(['snapshots', 'aside'], (transaction) => listRecords(transaction, snapshots, `${slug}/`)),

    async addAttempt(attempt) {
      await tables.transact(['attempts'], 'readwrite', (transaction) =>
        putRecord(transaction, attempts, attempt),
      );
    },

    listAttempts: (slug) =>
      reading(['attempts', 'aside'], (transaction) =>
        listRecords(transaction, attempts, slug === undefined ? undefined : `${slug}/`),
      ),

    listProgress: () => reading(['progress', 'aside'], (transaction) => listRecords(transaction, progress)),

    loadProgress: (slug) =>
      reading(['progress', 'aside'], (transaction) => getRecord(transaction, progress, slug)),

    async updateProgress(slug, change) {
      const after = await tables.transact(['progress', 'aside'], 'readwrite', async (transaction) => {
        const changed = change(await getRecord(transaction, progress, slug));
        await putRecord(transaction, progress, changed);
        return changed;
      });
      announcer.announce({ type: 'progress-changed', slug });
      return after;
    },

    async loadSettings() {
      const stored = await tables.transact(['settings'], 'readonly', (transaction) =>
        transaction.get('settings', 'settings'),
      );
      const parsed = v.safeParse(SettingsSchema, stored);
      return parsed.success ? parsed.output : defaultSettings;
    },

    async saveSettings(settings) {
      await tables.transact(['settings'], 'readwrite', (transaction) =>
        transaction.put('settings', 'settings', settings),
      );
      announcer.announce({ type: 'settings-changed' });
    },

    exportAll: () =>
      reading(everything, async (transaction) =>
        writeExport({
          exportedAt: now(),
          drafts: await listRecords(transaction, drafts),
          snapshots: await listRecords(transaction, snapshots),
          attempts: await listRecords(transaction, attempts),
          progress: await listRecords(transaction, progress),
        }),
      ),

    previewImport(text) {
      const read = readExport(text);
      if (!read.ok) return Promise.resolve({ kind: 'refused', message: read.message });
      return reading(['drafts', 'aside'], async (transaction) => {
        const items = [];
        for (const theirs of read.file.drafts) {
          items.push(toImportItem(await getRecord(transaction, drafts, theirs.slug), theirs));
        }
        return {
          kind: 'ready',
          exportedAt: read.file.exportedAt,
          items,
          attempts: read.file.attempts.length,
          problems: read.problems,
        };
      });
    },

    async applyImport(text, choose) {
      const read = readExport(text);
      if (!read.ok) throw new Error(read.message);
      await tables.transact(everything, 'readwrite', async (transaction) => {
        for (const attempt of read.file.attempts) await putRecord(transaction, attempts, attempt);
        for (const snapshot of read.file.snapshots) await putRecord(transaction, snapshots, snapshot);
        for (const theirs of read.file.progress) {
          const mine = await getRecord(transaction, progress, theirs.slug);
          await putRecord(transaction, progress, mergeProgress(mine, theirs));
        }
        for (const theirs of read.file.drafts) await importDraft(transaction, theirs, choose);
      });
      announcer.announce({ type: 'replaced' });
    },

    async eraseAll() {
      await tables.transact(everything, 'readwrite', async (transaction) => {
        for (const table of everything) await transaction.clear(table);
      });
      announcer.announce({ type: 'replaced' });
    },

    subscribe: (listener) => announcer.subscribe(listener),
  };

  /** Whichever text is not taken is kept as a snapshot. */
  async function importDraft(
    transaction: TableTransaction,
    theirs: Draft,
    choose: Parameters<LearnerStore['applyImport']>[1],
  ): Promise<void> {
    const mine = await getRecord(transaction, drafts, theirs.slug);
    const item = toImportItem(mine, theirs);
    const choice = choose(item);
    if (choice === 'skip' || item.kind === 'same') return;
    if (mine !== null && choice === 'keep-mine') {
      await putRecord(transaction, snapshots, toSnapshot(theirs, 'before-import'));
      return;
    }
    if (mine !== null) await putRecord(transaction, snapshots, toSnapshot(mine, 'before-import'));
    const revision = Math.max(mine?.revision ?? 0, theirs.revision) + 1;
    await putRecord(transaction, drafts, { ...theirs, revision });
  }
}

function explainSaveFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') {
    return 'The browser has no room left, so your last changes are not saved. Download your code, then free some space.';
  }
  if (name === 'VersionError') {
    return 'A newer version of Interleave is in use in another tab, so this page cannot save any more. Download your code, then reload the page.';
  }
  return 'The browser could not save your last changes. Download your code so that it is safe, then reload the page.';
}
