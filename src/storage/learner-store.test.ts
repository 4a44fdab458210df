import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '../domain/draft.ts';
import type { Attempt, ChallengeProgress } from '../domain/progress.ts';
import { createAnnouncer } from './announcer.ts';
import { createLearnerStore } from './create-learner-store.ts';
import { openIndexedTables } from './indexed-tables.ts';
import type { LearnerStore } from './learner-store.ts';
import { createMemoryTables } from './memory-tables.ts';
import { openLearnerStore } from './open-learner-store.ts';

let clock = 1_000;
let ids = 0;
const options = { now: () => clock++, newId: () => `id-${ids++}` };

const draft = (text: string, revision = 0): Draft => ({
  slug: 'gc-pause-log',
  challengeVersion: 1,
  files: [{ path: 'solution.py', text }],
  savedAt: 0,
  revision,
});
const attempt = (id: string): Attempt => ({
  id,
  slug: 'gc-pause-log',
  challengeVersion: 1,
  startedAt: 5,
  seconds: 0.2,
  mode: 'visible',
  verdict: 'failed',
  passed: 1,
  total: 7,
  snapshotId: 's',
});
const progress = (changes: Partial<ChallengeProgress> = {}): ChallengeProgress => ({
  slug: 'gc-pause-log',
  openedAt: 10,
  lastSeenAt: 20,
  solvedAt: null,
  solvedVersion: null,
  attempts: 1,
  lastPassed: 1,
  lastTotal: 7,
  hintsShown: 0,
  solutionShownAt: null,
  activeSeconds: 30,
  ...changes,
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  clock = 1_000;
});

async function openStore(kind: 'indexed' | 'memory'): Promise<LearnerStore> {
  const tables = kind === 'memory' ? createMemoryTables() : await openIndexedTables({ name: 'interleave' });
  const announcer = createAnnouncer(null);
  return createLearnerStore({ tables, status: { kind: 'persistent' }, ...options, announcer });
}

describe.each(['indexed', 'memory'] as const)('a store in %s tables', (kind) => {
  test('gives back the draft it saved, with the next revision', async () => {
    const store = await openStore(kind);
    const saved = await store.saveDraft(draft('print("a")'));
    expect(saved).toMatchObject({ kind: 'saved', draft: { revision: 1 } });
    expect((await store.loadDraft('gc-pause-log'))?.files).toEqual([
      { path: 'solution.py', text: 'print("a")' },
    ]);
  });

  test('refuses a save that grew from an older revision and shows what is stored', async () => {
    const store = await openStore(kind);
    await store.saveDraft(draft('first'));
    const second = await store.saveDraft(draft('from another tab'));
    expect(second).toMatchObject({ kind: 'conflict', theirs: { files: [{ text: 'first' }] } });
    expect((await store.loadDraft('gc-pause-log'))?.files[0]?.text).toBe('first');
  });

  test('keeps every snapshot, oldest first', async () => {
    const store = await openStore(kind);
    await store.addSnapshot(draft('one'), 'run');
    await store.addSnapshot(draft('two'), 'before-reset');
    const texts = (await store.listSnapshots('gc-pause-log')).map((item) => item.files[0]?.text);
    expect(texts).toEqual(['one', 'two']);
  });

  test('announces a saved draft and changed progress', async () => {
    const store = await openStore(kind);
    const heard: string[] = [];
    const stop = store.subscribe((change) => heard.push(change.type));
    await store.saveDraft(draft('x'));
    await store.updateProgress('gc-pause-log', () => progress());
    stop();
    await store.saveSettings(await store.loadSettings());
    expect(heard).toEqual(['draft-saved', 'progress-changed']);
  });

  test('an export comes back whole in an empty store', async () => {
    const store = await openStore(kind);
    await store.saveDraft(draft('mine'));
    await store.addSnapshot(draft('older'), 'run');
    await store.addAttempt(attempt('a1'));
    await store.updateProgress('gc-pause-log', () => progress({ solvedAt: 99, solvedVersion: 1 }));
    const file = await store.exportAll();

    await store.eraseAll();
    expect(await store.loadDraft('gc-pause-log')).toBeNull();
    expect(await store.previewImport(file)).toMatchObject({
      kind: 'ready',
      items: [{ slug: 'gc-pause-log', kind: 'new' }],
      attempts: 1,
    });
    await store.applyImport(file, () => 'take-theirs');
    expect((await store.loadDraft('gc-pause-log'))?.files[0]?.text).toBe('mine');
    expect(await store.listSnapshots('gc-pause-log')).toHaveLength(1);
    expect(await store.listAttempts()).toHaveLength(1);
    expect((await store.loadProgress('gc-pause-log'))?.solvedAt).toBe(99);
  });

  test('an import keeps the text that is not taken', async () => {
    const store = await openStore(kind);
    await store.saveDraft(draft('theirs'));
    const file = await store.exportAll();
    const now = (await store.loadDraft('gc-pause-log')) as Draft;
    await store.saveDraft({ ...now, files: [{ path: 'solution.py', text: 'mine, newer' }] });

    expect(await store.previewImport(file)).toMatchObject({ items: [{ kind: 'newer-here' }] });
    await store.applyImport(file, () => 'take-theirs');
    expect((await store.loadDraft('gc-pause-log'))?.files[0]?.text).toBe('theirs');
    const kept = await store.listSnapshots('gc-pause-log');
    expect(kept.map((item) => [item.reason, item.files[0]?.text])).toEqual([
      ['before-import', 'mine, newer'],
    ]);
  });

  test('importing the same file twice changes nothing the second time', async () => {
    const store = await openStore(kind);
    await store.saveDraft(draft('x'));
    await store.addAttempt(attempt('a1'));
    const file = await store.exportAll();
    await store.applyImport(file, () => 'take-theirs');
    await store.applyImport(file, () => 'take-theirs');
    expect(await store.listAttempts()).toHaveLength(1);
    expect(await store.listSnapshots('gc-pause-log')).toHaveLength(0);
  });

  test.each([
    ['not JSON', 'hello', /not a whole export/],
    ['cut off', '{"format":"interleave-export","schema":1', /not a whole export/],
    ['nested a million times', '['.repeat(1_000_000), /not a whole export/],
    ['foreign', '{"name":"something"}', /not an export of Interleave/],
    [
      'from the future',
      '{"format":"interleave-export","schema":9,"exportedAt":1,"drafts":[],"snapshots":[],"attempts":[],"progress":[]}',
      /newer version/,
    ],
  ])('an import file that is %s is refused with a sentence', async (_name, text, sentence) => {
    const store = await openStore(kind);
    const preview = await store.previewImport(text);
    expect(preview.kind === 'refused' && preview.message).toMatch(sentence);
    await expect(store.applyImport(text, () => 'take-theirs')).rejects.toThrow(sentence);
  });

  test('hostile records of an import are left out and counted', async () => {
    const store = await openStore(kind);
    const hostile = [
      { ...draft('x'), slug: '../../other' },
      { ...draft('x'), savedAt: 1e300 },
      { ...draft('x'), revision: Number.MAX_VALUE },
    ];
    const drafts = [...hostile, draft('good')];
    const file = { format: 'interleave-export', schema: 1, exportedAt: 1, drafts };
    const text = JSON.stringify({ ...file, snapshots: [], attempts: [{ id: 1 }], progress: [] });
    const preview = await store.previewImport(text);
    expect(preview).toMatchObject({ kind: 'ready', items: [{ slug: 'gc-pause-log' }], attempts: 0 });
    expect(preview.kind === 'ready' && preview.problems).toHaveLength(2);
  });
});

describe('what the browser may do to us', () => {
  test('a corrupt record is kept aside and the rest works', async () => {
    const store = await openLearnerStore(options);
    await store.saveDraft(draft('good'));
    const raw = await openDB('interleave');
    await raw.put('drafts', { nonsense: true }, 'orm-n-plus-one');
    expect(await store.loadDraft('orm-n-plus-one')).toBeNull();
    expect(await raw.get('aside', 'drafts/orm-n-plus-one')).toMatchObject({ value: { nonsense: true } });
    expect((await store.loadDraft('gc-pause-log'))?.files[0]?.text).toBe('good');
    raw.close();
  });

  test('a database of a newer app is left untouched and work is kept beside it', async () => {
    const newer = await openDB('interleave', 7, { upgrade: (db) => void db.createObjectStore('future') });
    newer.close();
    const store = await openLearnerStore(options);
    expect(store.status).toMatchObject({
      kind: 'beside-newer',
      message: expect.stringContaining('newer version'),
    });
    expect(await store.saveDraft(draft('x'))).toMatchObject({ kind: 'saved' });
    const again = await openDB('interleave');
    expect(again.version).toBe(7);
    again.close();
  });

  test('a database deleted under us is made anew, and open pages are told', async () => {
    const store = await openLearnerStore(options);
    const heard: string[] = [];
    store.subscribe((change) => heard.push(change.type));
    const saved = await store.saveDraft(draft('mine'));
    await deleteDB('interleave');
    expect(heard).toContain('emptied');
    expect(await store.loadDraft('gc-pause-log')).toBeNull();
    if (saved.kind === 'saved') expect(await store.saveDraft(saved.draft)).toMatchObject({ kind: 'saved' });
    expect((await store.loadDraft('gc-pause-log'))?.files[0]?.text).toBe('mine');
  });

  test('a newer page that changes the schema ends saving here, with a sentence', async () => {
    const store = await openLearnerStore(options);
    await store.saveDraft(draft('mine'));
    (await openDB('interleave', 9)).close();
    expect(await store.saveDraft(draft('more', 1))).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('newer version of Interleave is in use in another tab'),
    });
  });

  test('without storage the app still works and says what that means', async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const store = await openLearnerStore(options);
    expect(store.status).toMatchObject({ kind: 'memory', message: expect.stringContaining('download') });
    expect(await store.saveDraft(draft('x'))).toMatchObject({ kind: 'saved' });
  });

  test('two tabs that save the same revision at once: one is saved, one is told', async () => {
    const [one, two] = [await openLearnerStore(options), await openLearnerStore(options)];
    const results = await Promise.all([one.saveDraft(draft('one')), two.saveDraft(draft('two'))]);
    expect(results.map((result) => result.kind).sort()).toEqual(['conflict', 'saved']);
  });
});
