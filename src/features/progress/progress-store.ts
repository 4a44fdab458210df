/** The state of the progress page: what has been done, and what is going on with export, import and erase. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProgressBySlug } from '../../domain/catalog-shelves.ts';
import type { Attempt } from '../../domain/progress.ts';
import type { ImportChoice, ImportItem, ImportPreview, LearnerStore } from '../../storage/learner-store.ts';
import { words } from './words.ts';

type ReadyPreview = Extract<ImportPreview, { kind: 'ready' }>;

/** One thing at a time happens to the data. */
type Transfer =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'previewing';
      readonly text: string;
      readonly preview: ReadyPreview;
      readonly choices: ReadonlyMap<string, ImportChoice>;
      readonly isApplying: boolean;
    }
  | { readonly kind: 'confirming-erase' }
  | { readonly kind: 'done'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface ProgressPageState {
  readonly progress: ProgressBySlug;
  /** Newest first. */
  readonly attempts: readonly Attempt[];
  readonly loading: 'loading' | 'loaded' | 'failed';
  readonly transfer: Transfer;
  connect(): () => void;
  /** @param save puts the text into a file of the learner's */
  exportTo(save: (text: string) => string): Promise<void>;
  openFile(file: Pick<File, 'size' | 'text'>): Promise<void>;
  choose(slug: string, choice: ImportChoice): void;
  applyImport(): Promise<void>;
  askErase(): void;
  erase(): Promise<void>;
  dismiss(): void;
}

export type ProgressStore = StoreApi<ProgressPageState>;

type ProgressPort = Pick<
  LearnerStore,
  'listProgress' | 'listAttempts' | 'exportAll' | 'previewImport' | 'applyImport' | 'eraseAll' | 'subscribe'
>;

const largestFile = 50_000_000;

export function createProgressStore(port: ProgressPort): ProgressStore {
  return createStore<ProgressPageState>()((set, get) => {
    const load = async () => {
      try {
        const [progress, attempts] = await Promise.all([port.listProgress(), port.listAttempts()]);
        set({
          progress: new Map(progress.map((item) => [item.slug, item])),
          attempts: attempts.toSorted((a, b) => b.startedAt - a.startedAt),
          loading: 'loaded',
        });
      } catch {
        set({ loading: 'failed' });
      }
    };
    const fail = (message: string) => set({ transfer: { kind: 'failed', message } });
    const finish = (message: string) => set({ transfer: { kind: 'done', message } });

    return {
      progress: new Map(),
      attempts: [],
      loading: 'loading',
      transfer: { kind: 'idle' },

      connect() {
        void load();
        return port.subscribe((change) => {
          if (change.type === 'progress-changed' || change.type === 'replaced') void load();
        });
      },

      async exportTo(save) {
        try {
          finish(words.exported(save(await port.exportAll())));
        } catch {
          fail(words.exportFailed);
        }
      },

      async openFile(file) {
        if (file.size > largestFile) return fail(words.tooLarge);
        let text: string;
        let preview: ImportPreview;
        try {
          text = await file.text();
          preview = await port.previewImport(text);
        } catch {
          return fail(words.unreadable);
        }
        if (preview.kind === 'refused') return fail(preview.message);
        const choices = new Map(preview.items.map((item) => [item.slug, suggestChoice(item.kind)]));
        set({ transfer: { kind: 'previewing', text, preview, choices, isApplying: false } });
      },

      choose(slug, choice) {
        const { transfer } = get();
        if (transfer.kind !== 'previewing') return;
        set({ transfer: { ...transfer, choices: new Map(transfer.choices).set(slug, choice) } });
      },

      async applyImport() {
        const { transfer } = get();
        if (transfer.kind !== 'previewing' || transfer.isApplying) return;
        set({ transfer: { ...transfer, isApplying: true } });
        try {
          await port.applyImport(transfer.text, (item) => transfer.choices.get(item.slug) ?? 'keep-mine');
          await load();
          finish(words.imported);
        } catch {
          fail(words.importFailed);
        }
      },

      askErase: () => set({ transfer: { kind: 'confirming-erase' } }),

      async erase() {
        if (get().transfer.kind !== 'confirming-erase') return;
        try {
          await port.eraseAll();
          await load();
          finish(words.erased);
        } catch {
          fail(words.eraseFailed);
        }
      },

      dismiss() {
        const { transfer } = get();
        // An import that has begun is not interrupted half-way.
        if (transfer.kind === 'previewing' && transfer.isApplying) return;
        set({ transfer: { kind: 'idle' } });
      },
    };
  });
}

/** What a careful person would choose; the learner sees it and may choose otherwise. */
function suggestChoice(kind: ImportItem['kind']): ImportChoice {
  return kind === 'new' || kind === 'newer-in-file' ? 'take-theirs' : 'keep-mine';
}
