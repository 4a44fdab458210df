/** The learner's text as its page sees it: what is on the screen, how safe it is, and what can be done with it. */
import type { StoreApi } from 'zustand/vanilla';
import type { Challenge, TextFile } from '../../domain/challenge.ts';
import type { Draft, SnapshotReason } from '../../domain/draft.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';

export type SaveState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly message: string };

/** The way back from a replacement of the whole text. */
export interface UndoStep {
  readonly what: 'reset' | 'solution' | 'restore' | 'other-tab';
  readonly files: readonly TextFile[];
  /** What the text was replaced with: undoing after more typing keeps that typing as a snapshot. */
  readonly replacedWith: readonly TextFile[];
}

export interface DraftState {
  readonly phase: 'loading' | 'ready';
  readonly files: readonly TextFile[];
  /** Raised when the text was replaced by something other than typing, so that editors take it over. */
  readonly epoch: number;
  readonly save: SaveState;
  /** What another tab saved while there were unsaved changes here. */
  readonly conflict: Draft | null;
  /** The older version of the challenge that the draft was begun with, until the learner has decided. */
  readonly changedFrom: number | null;
  readonly undo: UndoStep | null;
}

export interface DraftKeeper {
  readonly state: StoreApi<DraftState>;
  open(): Promise<void>;
  edit(path: string, text: string): void;
  /** Saves now what is unsaved. */
  flush(): Promise<void>;
  /** Whether everything on the screen is stored as the draft. */
  isSafe(): boolean;
  /** Whether the text differs from the starter. */
  isEdited(): boolean;
  /** The draft as it is on the screen, for a run or a download. */
  current(): Draft;
  /**
   * Replaces the whole text, keeping the present one as a snapshot and as the undo step.
   * @returns false when the snapshot could not be stored: then nothing was replaced, and the state says so
   */
  replace(files: readonly TextFile[], what: UndoStep['what'], reason: SnapshotReason): Promise<boolean>;
  /** @returns false as `replace` does */
  undo(): Promise<boolean>;
  dismissUndo(): void;
  keepMine(): Promise<void>;
  takeTheirs(): Promise<void>;
  /** Keeps the draft and counts it as one of the challenge's present version. */
  acceptNewVersion(): void;
  dispose(): void;
}

export interface DraftKeeperDeps {
  readonly challenge: Challenge;
  readonly store: LearnerStore;
  readonly now: () => number;
}
