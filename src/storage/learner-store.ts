/** The port to what is kept of a learner on this device: drafts, snapshots, attempts, progress, settings. */
import type { Draft, Snapshot, SnapshotReason } from '../domain/draft.ts';
import type { Attempt, ChallengeProgress } from '../domain/progress.ts';
import type { Settings } from '../domain/settings.ts';

export type SaveResult =
  | { readonly kind: 'saved'; readonly draft: Draft }
  /** Another tab saved first: nothing was written. `theirs` is what is stored now. */
  | { readonly kind: 'conflict'; readonly theirs: Draft }
  /** The device refused; `message` is a whole sentence with a way out. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Where the data lives. `beside-newer` means that a newer app's data is here and was left alone; `memory` means it is
 * gone with the tab; `trial` is that on purpose, for an author. `message` says so to the learner.
 */
export type StoreStatus =
  | { readonly kind: 'persistent' }
  | { readonly kind: 'beside-newer'; readonly message: string }
  | { readonly kind: 'memory'; readonly message: string }
  | { readonly kind: 'trial'; readonly message: string };

export type StoreChange =
  | { readonly type: 'draft-saved'; readonly slug: string; readonly revision: number }
  | { readonly type: 'progress-changed'; readonly slug: string }
  | { readonly type: 'settings-changed' }
  | { readonly type: 'replaced' }
  /** The browser removed everything under the open pages: what they show has to be stored anew. */
  | { readonly type: 'emptied' };

export type ImportChoice = 'keep-mine' | 'take-theirs' | 'skip';

export interface ImportItem {
  readonly slug: string;
  readonly kind: 'new' | 'same' | 'newer-here' | 'newer-in-file';
  readonly mineSavedAt: number | null;
  readonly theirsSavedAt: number | null;
}

export type ImportPreview =
  | {
      readonly kind: 'ready';
      readonly exportedAt: number;
      readonly items: readonly ImportItem[];
      readonly attempts: number;
      readonly problems: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };

export interface LearnerStore {
  readonly status: StoreStatus;
  loadDraft(slug: string): Promise<Draft | null>;
  /** Writes if the stored revision is still `draft.revision`; the saved draft carries the next one. */
  saveDraft(draft: Draft): Promise<SaveResult>;
  /** `instead` is an earlier copy whose place this one takes. */
  addSnapshot(draft: Draft, reason: SnapshotReason, instead?: Snapshot): Promise<Snapshot>;
  listSnapshots(slug: string): Promise<readonly Snapshot[]>;
  addAttempt(attempt: Attempt): Promise<void>;
  listAttempts(slug?: string): Promise<readonly Attempt[]>;
  listProgress(): Promise<readonly ChallengeProgress[]>;
  loadProgress(slug: string): Promise<ChallengeProgress | null>;
  /** Reads, changes and writes in one transaction. */
  updateProgress(
    slug: string,
    change: (before: ChallengeProgress | null) => ChallengeProgress,
  ): Promise<ChallengeProgress>;
  loadSettings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  /** Everything as one JSON text. */
  exportAll(): Promise<string>;
  /** Reads a file without writing anything. */
  previewImport(text: string): Promise<ImportPreview>;
  /** Applies the file; before a draft is replaced its text is kept as a snapshot. */
  applyImport(text: string, choose: (item: ImportItem) => ImportChoice): Promise<void>;
  eraseAll(): Promise<void>;
  /** Changes made in any tab, this one included. */
  subscribe(listener: (change: StoreChange) => void): () => void;
}
