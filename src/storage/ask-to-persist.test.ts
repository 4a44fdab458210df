import { expect, test, vi } from 'vitest';
import type { Draft } from '../domain/draft.ts';
import { askToPersist } from './ask-to-persist.ts';
import { createLearnerStore } from './create-learner-store.ts';
import { createMemoryTables } from './memory-tables.ts';

const draft: Draft = { slug: 'sample', challengeVersion: 1, files: [], savedAt: 0, revision: 0 };

const openStore = (storage: Parameters<typeof askToPersist>[1]) => askToPersist(openPlain(), storage);

function openPlain() {
  return createLearnerStore({
    tables: createMemoryTables(),
    status: { kind: 'persistent' },
    now: () => 0,
    newId: () => 'id',
    announcer: { announce: () => undefined, subscribe: () => () => undefined },
  });
}

test('the browser is asked once, after the first save that succeeded', async () => {
  const persist = vi.fn(() => Promise.resolve(true));
  const store = openStore({ persist });
  await store.saveDraft({ ...draft, revision: 0 });
  expect(persist).toHaveBeenCalledTimes(1);
  await store.saveDraft({ ...draft, revision: 1 });
  expect(persist).toHaveBeenCalledTimes(1);
});

test('a save that met another tab’s asks nothing', async () => {
  const persist = vi.fn(() => Promise.resolve(true));
  const plain = openPlain();
  await plain.saveDraft(draft);
  expect((await askToPersist(plain, { persist }).saveDraft(draft)).kind).toBe('conflict');
  expect(persist).not.toHaveBeenCalled();
});

test.each([
  ['has no such thing', undefined],
  ['knows storage, but not this', {}],
  ['never answers', { persist: () => new Promise<boolean>(() => undefined) }],
  ['refuses with an error', { persist: () => Promise.reject(new Error('no')) }],
])('a browser that %s saves all the same', async (_name, storage) => {
  expect((await openStore(storage).saveDraft(draft)).kind).toBe('saved');
});
