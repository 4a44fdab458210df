/** A store for an author's trial: it begins with the text to try, and all of it is gone with the tab. */
import type { Draft } from '../domain/draft.ts';
import { createAnnouncer } from './announcer.ts';
import { createLearnerStore } from './create-learner-store.ts';
import type { LearnerStore } from './learner-store.ts';
import { createMemoryTables } from './memory-tables.ts';

export interface TrialStoreOptions {
  readonly draft: Draft;
  /** What is in the editor: "the solution". */
  readonly what: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** The learner's own draft is in another store, which this one neither reads nor writes. */
export async function openTrialStore({ draft, what, now, newId }: TrialStoreOptions): Promise<LearnerStore> {
  const store = createLearnerStore({
    tables: createMemoryTables(),
    status: {
      kind: 'trial',
      message: `The editor shows ${what}. Nothing you do on this page is kept, and your own draft is untouched.`,
    },
    now,
    newId,
    announcer: createAnnouncer(null),
  });
  await store.saveDraft(draft);
  return store;
}
