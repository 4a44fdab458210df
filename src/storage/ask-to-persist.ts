/** Asks the browser once to keep this site's storage when room runs low. */
import type { LearnerStore } from './learner-store.ts';

/** What is needed of `navigator.storage`, which older browsers lack in part or altogether. */
export type BrowserStorage = Partial<Pick<StorageManager, 'persist'>>;

/**
 * Asked after the first save that succeeded: by then there is something to keep, and browsers that ask the learner
 * ask at a moment that makes sense. Nothing waits for the answer, and a refusal changes nothing.
 */
export function askToPersist(store: LearnerStore, storage: BrowserStorage | undefined): LearnerStore {
  let isAsked = false;
  return {
    ...store,
    async saveDraft(draft) {
      const result = await store.saveDraft(draft);
      if (result.kind === 'saved' && !isAsked) {
        isAsked = true;
        void ask(storage);
      }
      return result;
    },
  };
}

async function ask(storage: BrowserStorage | undefined): Promise<void> {
  try {
    await storage?.persist?.();
  } catch {
    // A browser that refuses to answer keeps the storage as it keeps any other.
  }
}
