/** Keeps the learner's text: loads it, saves it within a second, notices other tabs, and can always go back. */
import { createStore } from 'zustand/vanilla';
import type { Challenge, TextFile } from '../../domain/challenge.ts';
import { type Draft, isSameText, type Snapshot, type SnapshotReason } from '../../domain/draft.ts';
import type { StoreChange } from '../../storage/learner-store.ts';
import type { DraftKeeper, DraftKeeperDeps, DraftState, UndoStep } from './draft-port.ts';
import { words } from './words.ts';

/** Milliseconds from the first unsaved change to the save. */
export const saveDelay = 400;
/** Milliseconds after which a save that has not answered is called failed; it is still waited for. */
export const savePatience = 10_000;

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
  /** The copy of what is unsaved while a conflict waits. */
  let kept: Snapshot | null = null;
  let noticedRevision = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first change was made that is in no save yet; milliseconds since the epoch. */
  let unsavedSince: number | null = null;
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
    if (get().phase === 'loading') return;
    unsavedSince ??= now();
    // A save that took its time has taken it from the next one's delay. A clock that was set back delays no longer.
    const left = Math.min(Math.max(unsavedSince + saveDelay - now(), 0), saveDelay);
    if (timer === undefined) timer = setTimeout(() => void flush(), left);
    // Keys come before timers: whoever types without a pause on a busy machine would keep this one waiting.
    else if (left === 0 && saving === null) void flush();
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // Again after each wait: of several callers that waited for one save, the first has begun the next.
    while (saving !== null) await saving;
    if (get().phase === 'loading') return;
    if (get().conflict !== null) {
      unsavedSince = null;
      saving = keepUnsavedCopy().then(() => undefined);
      await saving;
      saving = null;
      return;
    }
    if (!isDirty()) {
      // Typed back to what is stored: nothing waits any more.
      unsavedSince = null;
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
    unsavedSince = null;
    set({ save: { kind: 'saving' } });
    const silence = setTimeout(() => fail(words.save.noAnswer), savePatience);
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
          return fail(result.message);
      }
    } catch {
      fail(words.save.failedUnknown);
    } finally {
      clearTimeout(silence);
    }
  }

  function fail(message: string): void {
    set({ save: { kind: 'failed', message } });
  }

  /** A text is replaced only when a copy of it is safe. */
  async function keepCopy(draft: Draft, reason: SnapshotReason): Promise<boolean> {
    try {
      await store.addSnapshot(draft, reason);
      return true;
    } catch {
      fail(words.save.copyFailed);
      return false;
    }
  }

  async function meetConflict(theirs: Draft): Promise<void> {
    if (isSameText(theirs.files, get().files)) return adopt(theirs);
    kept = null;
    set({ conflict: theirs, save: { kind: 'unsaved' } });
    await keepUnsavedCopy();
  }

  /**
   * While a conflict waits for an answer nothing can be saved as the draft. One copy of what is on the screen is kept
   * up to date instead.
   * @returns whether it is safe
   */
  async function keepUnsavedCopy(): Promise<boolean> {
    const draft = current();
    if (kept !== null && isSameText(kept.files, draft.files)) return true;
    const before = kept;
    try {
      kept = await store.addSnapshot(draft, 'other-tab', before ?? undefined);
      if (get().save.kind === 'failed') set({ save: { kind: 'unsaved' } });
      return true;
    } catch {
      fail(words.save.copyFailed);
      return false;
    }
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
    if (change.type === 'emptied') {
      // Nobody asked for that: what is on the screen is stored again.
      noticedRevision = 0;
      revision = 0;
      if (isSameText(get().files, challenge.starter)) return;
      savedFiles = [];
      set({ save: { kind: 'unsaved' } });
      scheduleSave();
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
    isSafe: () => !isDirty() && get().conflict === null && get().save.kind !== 'failed',
    isEdited: () => !isSameText(get().files, challenge.starter),
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
      const before = get().files;
      if (!(await keepCopy(current(), reason))) return false;
      setText(files, { what, files: before, replacedWith: files });
      await flush();
      return true;
    },
    async undo() {
      const step = get().undo;
      if (step === null) return false;
      const isTypedOn = !isSameText(get().files, step.replacedWith);
      if (isTypedOn && !(await keepCopy(current(), 'before-restore'))) return false;
      setText(step.files, null);
      return true;
    },
    dismissUndo: () => set({ undo: null }),
    async keepMine() {
      const known = get().conflict;
      if (known === null) return;
      // The other tab may have gone on since the question was asked.
      const theirs = (await store.loadDraft(challenge.slug).catch(() => null)) ?? known;
      if (!(await keepCopy(theirs, 'other-tab'))) return;
      revision = theirs.revision;
      savedFiles = theirs.files;
      set({ conflict: null });
      await flush();
    },
    async takeTheirs() {
      const theirs = get().conflict;
      if (theirs === null || !(await keepUnsavedCopy())) return;
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
