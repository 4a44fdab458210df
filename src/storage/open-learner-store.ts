/** Opens the learner's store: in IndexedDB where the browser lets us, else in memory, and says which. */
import { createAnnouncer } from './announcer.ts';
import { askToPersist, type BrowserStorage } from './ask-to-persist.ts';
import { createLearnerStore } from './create-learner-store.ts';
import { openIndexedTables } from './indexed-tables.ts';
import type { LearnerStore, StoreStatus } from './learner-store.ts';
import { createMemoryTables } from './memory-tables.ts';
import type { Tables } from './tables.ts';

export interface OpenOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
  /** The database was closed under us; the page offers a reload. */
  readonly onClosed?: () => void;
  /** Asked, once there is something to keep, not to clear it; absent on pages without a secure origin. */
  readonly browserStorage?: BrowserStorage | undefined;
}

const databaseName = 'interleave';
/** Beside a database of a newer app, which must not be touched. */
const besideName = 'interleave-beside-newer';

const besideNewer: StoreStatus = {
  kind: 'beside-newer',
  message:
    'A newer version of Interleave has stored your work in this browser. It is safe and was not touched, but this ' +
    'older page cannot read it. Reload to get the newer version; what you do here is stored beside it.',
};

/** Never rejects: the app always starts. */
export async function openLearnerStore(options: OpenOptions): Promise<LearnerStore> {
  const { tables, status } = await openTables(options.onClosed ?? (() => undefined));
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('interleave-store');
  const store = createLearnerStore({
    tables,
    status,
    now: options.now,
    newId: options.newId,
    announcer: createAnnouncer(status.kind === 'memory' ? null : channel),
  });
  return status.kind === 'memory' ? store : askToPersist(store, options.browserStorage);
}

async function openTables(onClosed: () => void): Promise<{ tables: Tables; status: StoreStatus }> {
  for (const name of [databaseName, besideName]) {
    try {
      const tables = await openIndexedTables({ name, onClosed });
      return { tables, status: name === besideName ? besideNewer : { kind: 'persistent' } };
    } catch (error) {
      const isNewer = error instanceof DOMException && error.name === 'VersionError';
      if (!isNewer) break;
    }
  }
  const message =
    'This browser keeps nothing for this site (private window, or storage is blocked). ' +
    'Your work is gone when you close the tab: download it before.';
  return { tables: createMemoryTables(), status: { kind: 'memory', message } };
}
