import { expect, test } from 'vitest';
import { openTrialStore } from './open-trial-store.ts';

test('begins with the text to try, and says that nothing is kept', async () => {
  const files = [{ path: 'solution.py', text: 'x = 1' }];
  const draft = { slug: 'sample', challengeVersion: 3, files, savedAt: 0, revision: 0 };
  const store = await openTrialStore({ draft, what: 'the solution', now: () => 1, newId: () => 'id' });
  expect(await store.loadDraft('sample')).toMatchObject({ files, challengeVersion: 3 });
  expect(store.status).toMatchObject({ kind: 'trial' });
  expect(JSON.stringify(store.status)).toContain('The editor shows the solution.');
});
