/** Keeps the learner's text: loads it, saves it within a second, notices other tabs, and can always go back. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Challenge, TextFile } from '../../domain/challenge.ts';
import { type Draft, isSameText, type SnapshotReason } from '../../domain/draft.ts';
import type { LearnerStore, StoreChange } from '../../storage/learner-store.ts';
import { words } from './words.ts';

export type SaveState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly message: string };

/** The way back from a replacement of the whole text. */
interface UndoStep {
  readonly what: 'reset' | 'solution' | 'restore' | 'other-tab';
  readonly files: readonly TextFile[];
  /** What the text was replaced with: undoing after more typing keeps that typing as a snapshot. */
  readonly replacedWith: readonly TextFile[];
}

interface DraftState {
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
  /** The draft as it is on the screen, for a run or a download. */
  current(): Draft;
  /** Replaces the whole text, keeping the present one as a snapshot and as the undo step. */
  replace(files: readonly TextFile[], what: UndoStep['what'], reason: SnapshotReason): Promise<void>;
  undo(): void;
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

/** Milliseconds from the first unsaved change to the save. */
export const saveDelay = 400;

export function createDraftKeeper({ challenge, store, now }: DraftKeeperDeps): DraftKeeper {
  const state = createStore<DraftState>(() => ({
    phase: 'loading',
    files: challenge.starter,
    epoch: 0,
    save: { kind: 'unchanged' },
    conflict: null,
    changedFrom: null,
    undo: null,
  }));

  let revision = 0;
  let savedFiles: readonly TextFile[] = challenge.starter;
  let keptFiles: readonly TextFile[] | null = null;
  let noticedRevision = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  let openMoment: Promise<void> | null = null;
  let unsubscribe: (() => void) | undefined;
  const { setState: set, getState: get } = state;

  const isDirty = () => get().files !== savedFiles && !isSameText(get().files, savedFiles);

  const current = (): Draft => ({
    slug: challenge.slug,
    challengeVersion: get().changedFrom ?? challenge.version,
    files: get().files,
    savedAt: now(),
    revision,
  });

  function scheduleSave(): void {
    if (timer !== undefined || get().conflict !== null || get().phase === 'loading') return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, saveDelay);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // Again after each wait: of several callers that waited for one save, the first has begun the next.
    while (saving !== null) await saving;
    if (get().phase === 'loading') return;
    if (get().conflict !== null) return keepUnsavedCopy();
    if (!isDirty()) {
      // Typed back to what is stored: nothing waits any more.
      if (get().save.kind === 'unsaved') {
        set({ save: revision === 0 ? { kind: 'unchanged' } : { kind: 'saved', at: now() } });
      }
      return;
    }
    saving = saveOnce();
    await saving;
    saving = null;
    await followOtherTab();
    if (isDirty() && get().save.kind !== 'failed') scheduleSave();
  }

  async function saveOnce(): Promise<void> {
    const draft = current();
    set({ save: { kind: 'saving' } });
    try {
      const result = await store.saveDraft(draft);
      switch (result.kind) {
        case 'saved':
          revision = result.draft.revision;
          savedFiles = draft.files;
          set({ save: { kind: isDirty() ? 'unsaved' : 'saved', at: result.draft.savedAt } });
          return;
        case 'conflict':
          return await meetConflict(result.theirs);
        case 'failed':
          set({ save: { kind: 'failed', message: result.message } });
          return;
      }
    } catch {
      set({ save: { kind: 'failed', message: words.save.failedUnknown } });
    }
  }

  async function meetConflict(theirs: Draft): Promise<void> {
    if (isSameText(theirs.files, get().files)) return adopt(theirs);
    set({ conflict: theirs, save: { kind: 'unsaved' } });
    await keepUnsavedCopy();
  }

  /** While a conflict waits for an answer nothing can be saved as the draft; a copy is safe all the same. */
  async function keepUnsavedCopy(): Promise<void> {
    if (keptFiles !== null && isSameText(keptFiles, get().files)) return;
    const draft = current();
    keptFiles = draft.files;
    await store.addSnapshot(draft, 'other-tab').catch(() => {
      keptFiles = null;
    });
  }

  function adopt(draft: Draft): void {
    revision = draft.revision;
    const files = completeFiles(challenge, draft.files);
    savedFiles = files;
    const isSame = isSameText(files, get().files);
    set({
      files: isSame ? get().files : files,
      epoch: isSame ? get().epoch : get().epoch + 1,
      save: { kind: 'saved', at: draft.savedAt },
      conflict: null,
      changedFrom: draft.challengeVersion < challenge.version ? draft.challengeVersion : null,
    });
  }

  /** Takes over what another tab saved, if there is nothing unsaved here that it could overwrite. */
  async function followOtherTab(): Promise<void> {
    if (noticedRevision <= revision || saving !== null || isDirty() || get().conflict !== null) return;
    const theirs = await store.loadDraft(challenge.slug);
    if (theirs !== null && theirs.revision > revision && !isDirty() && saving === null) adopt(theirs);
  }

  async function notice(change: StoreChange): Promise<void> {
    if (change.type === 'draft-saved' && change.slug === challenge.slug) {
      noticedRevision = Math.max(noticedRevision, change.revision);
      await followOtherTab();
    }
    if (change.type === 'replaced') {
      noticedRevision = 0;
      const stored = await store.loadDraft(challenge.slug);
      if (stored === null) revision = 0;
      else if (!isDirty()) adopt(stored);
    }
  }

  function setText(files: readonly TextFile[], undo: UndoStep | null): void {
    set({ files, undo, epoch: get().epoch + 1, save: { kind: 'unsaved' } });
    scheduleSave();
  }

  async function load(): Promise<void> {
    unsubscribe = store.subscribe((change) => void notice(change).catch(() => undefined));
    try {
      const draft = await store.loadDraft(challenge.slug);
      if (draft !== null) adopt(draft);
    } catch {
      set({ save: { kind: 'failed', message: words.save.loadFailed } });
    }
    set({ phase: 'ready' });
  }

  return {
    state,
    current,
    flush,
    open() {
      openMoment ??= load();
      return openMoment;
    },
    edit(path, text) {
      const files = get().files.map((file) => (file.path === path ? { path, text } : file));
      if (get().files.some((file) => file.path === path && file.text === text)) return;
      set({ files, save: { kind: 'unsaved' } });
      scheduleSave();
    },
    async replace(files, what, reason) {
      const before = current();
      await store.addSnapshot(before, reason).catch(() => undefined);
      setText(files, { what, files: get().files, replacedWith: files });
      await flush();
    },
    undo() {
      const step = get().undo;
      if (step === null) return;
      if (!isSameText(get().files, step.replacedWith)) {
        void store.addSnapshot(current(), 'before-restore').catch(() => undefined);
      }
      setText(step.files, null);
    },
    dismissUndo: () => set({ undo: null }),
    async keepMine() {
      const theirs = get().conflict;
      if (theirs === null) return;
      await store.addSnapshot(theirs, 'other-tab').catch(() => undefined);
      revision = theirs.revision;
      savedFiles = theirs.files;
      set({ conflict: null });
      await flush();
    },
    async takeTheirs() {
      const theirs = get().conflict;
      if (theirs === null) return;
      await keepUnsavedCopy();
      const mine = get().files;
      adopt(theirs);
      set({ undo: { what: 'other-tab', files: mine, replacedWith: get().files } });
    },
    acceptNewVersion() {
      set({ changedFrom: null });
      // The text is the same, but what it belongs to is not: make it count as unsaved.
      savedFiles = [];
      scheduleSave();
    },
    dispose() {
      unsubscribe?.();
      clearTimeout(timer);
      timer = undefined;
      openMoment = null;
    },
  };
}

/** A kept text for the files the challenge has now; a file that is new starts as its starter. */
export function completeFiles(challenge: Challenge, files: readonly TextFile[]): readonly TextFile[] {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return challenge.starter.map((file) => ({ path: file.path, text: texts.get(file.path) ?? file.text }));
}
