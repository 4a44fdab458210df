/** A learner's store for page tests: keeps everything in variables and lets a test look inside. */
import type { Attempt, ChallengeProgress } from '../domain/progress.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import type {
  ImportItem,
  ImportPreview,
  LearnerStore,
  StoreChange,
  StoreStatus,
} from '../storage/learner-store.ts';

export interface StoreContent {
  progress: readonly ChallengeProgress[];
  attempts: readonly Attempt[];
  settings: Settings;
  preview: ImportPreview;
  status: StoreStatus;
}

export interface LearnerStoreDouble {
  readonly store: LearnerStore;
  readonly content: StoreContent;
  /** What was done to it: "erase", "import gc-pause-log=take-theirs". */
  readonly log: string[];
  /** Tells the page, as another tab would. */
  tell(change: StoreChange): void;
}

export function createLearnerStoreDouble(start: Partial<StoreContent> = {}): LearnerStoreDouble {
  const content: StoreContent = {
    progress: [],
    attempts: [],
    settings: defaultSettings,
    preview: { kind: 'refused', message: 'This is not a file of Interleave. Choose another one.' },
    status: { kind: 'persistent' },
    ...start,
  };
  const log: string[] = [];
  const listeners = new Set<(change: StoreChange) => void>();
  const tell = (change: StoreChange) => {
    for (const listener of listeners) listener(change);
  };
  const unexpected = () => Promise.reject(new Error('A page has no business here.'));

  const store: LearnerStore = {
    status: content.status,
    loadDraft: unexpected,
    saveDraft: unexpected,
    addSnapshot: unexpected,
    listSnapshots: unexpected,
    addAttempt: unexpected,
    loadProgress: unexpected,
    updateProgress: unexpected,
    listAttempts: () => Promise.resolve(content.attempts),
    listProgress: () => Promise.resolve(content.progress),
    loadSettings: () => Promise.resolve(content.settings),
    async saveSettings(settings) {
      content.settings = settings;
    },
    exportAll: () => Promise.resolve('{"all":true}'),
    previewImport: () => Promise.resolve(content.preview),
    async applyImport(_text, choose) {
      const items: readonly ImportItem[] = content.preview.kind === 'ready' ? content.preview.items : [];
      for (const item of items) log.push(`import ${item.slug}=${choose(item)}`);
    },
    async eraseAll() {
      log.push('erase');
      content.progress = [];
      content.attempts = [];
      tell({ type: 'replaced' });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { store, content, log, tell };
}
