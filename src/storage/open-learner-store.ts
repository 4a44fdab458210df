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

/** Milliseconds after which a database that does not open is given up. */
const patience = 10_000;

/** Never rejects and never hangs: the app always starts. */
export async function openLearnerStore(options: OpenOptions): Promise<LearnerStore> {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('interleave-store');
  const shared = createAnnouncer(channel);
  const { tables, status } = await openTables(() => shared.announce({ type: 'emptied' }));
  const store = createLearnerStore({
    tables,
    status,
    now: options.now,
    newId: options.newId,
    announcer: status.kind === 'memory' ? createAnnouncer(null) : shared,
  });
  return status.kind === 'memory' ? store : askToPersist(store, options.browserStorage);
}

async function openTables(onEmptied: () => void): Promise<{ tables: Tables; status: StoreStatus }> {
  let message = words.refused;
  for (const name of [databaseName, besideName]) {
    try {
      const tables = await withinPatience(openIndexedTables({ name, onEmptied }));
      return { tables, status: name === besideName ? besideNewer : { kind: 'persistent' } };
    } catch (error) {
      if (error instanceof NoAnswer) message = words.silent;
      const isNewer = error instanceof DOMException && error.name === 'VersionError';
      if (!isNewer) break;
    }
  }
  return { tables: createMemoryTables(), status: { kind: 'memory', message } };
}

class NoAnswer extends Error {}

function withinPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer()), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const words = {
  refused:
    'This browser keeps nothing for this site (private window, or storage is blocked). ' +
    'Your work is gone when you close the tab: download it before.',
  silent:
    'This browser’s storage does not answer. What you stored before is not shown here and was not touched; ' +
    'what you write now is gone when you close the tab: download it, then reload.',
};
