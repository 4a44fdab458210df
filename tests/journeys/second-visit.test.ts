/** What one visit's interpreter leaves for the next: its memory, which is used when it is whole and fits, and else is not. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { type Learner, newLearner, solutionOf } from './learner.ts';
import { type MovingSite, openMovingSite } from './moving-site.ts';

const slug = 'min-with-key';
const fromThePacks = 'Warming up';
let browser: Browser;
let site: MovingSite | undefined;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

afterEach(async () => {
  await site?.close();
  site = undefined;
});

test.each([
  ['a host with headers', { headers: true }],
  ['a plain host under a sub-path', { headers: false, base: '/some/sub-path/' }],
])('%s: the second visit goes on with the memory of the first', async (_name, options) => {
  site = await openMovingSite(options);
  const learner = await newLearner(browser, site.url);
  expect(await visit(learner)).toContain(fromThePacks);
  await keptMemories(learner, 1);
  const second = await visit(learner);
  expect(second).toContain('Starting Python');
  expect(second).not.toContain(fromThePacks);
  await solves(learner);
  await learner.leave();
});

test.each([
  ['damaged', { hash: '0' }],
  ['of another engine', { engine: 'Another' }],
  ['whole, but does not fit', { functions: 1 }],
])('a memory that is %s is not used, and one that fits takes its place', async (_what, changes) => {
  site = await openMovingSite({ headers: true });
  const learner = await newLearner(browser, site.url);
  await visit(learner);
  await keptMemories(learner, 1);
  await changeMemories(learner, changes);
  expect(await visit(learner)).toContain(fromThePacks);
  await solves(learner);
  await visit(learner);
  await keptMemories(learner, 1);
  expect(await visit(learner)).not.toContain(fromThePacks);
  await learner.leave();
});

/** Opens the challenge anew and returns what its status line said until Python was ready. */
async function visit(learner: Learner): Promise<string> {
  await learner.page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const look = () => said.push(document.querySelector('footer')?.textContent ?? '');
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await learner.openChallenge(slug);
  await learner.seesPython();
  return learner.page.evaluate(() => (globalThis as unknown as { said: string[] }).said.join('\n'));
}

async function solves(learner: Learner): Promise<void> {
  await learner.replaceCode(solutionOf(slug));
  await learner.submit();
  await learner.seesVerdict(/All \d+ tests pass/);
}

/** Waits until so many memories are kept. */
async function keptMemories(learner: Learner, count: number): Promise<void> {
  await learner.page.waitForFunction(
    (wanted) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('interleave-interpreters');
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('snapshots').objectStore('snapshots').count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result === wanted);
          };
        };
      }).catch(() => false),
    count,
  );
}

/** Writes over fields of every kept memory, wherever in the record they are. */
async function changeMemories(learner: Learner, changes: Readonly<Record<string, unknown>>): Promise<void> {
  await learner.page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('interleave-interpreters');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('snapshots', 'readwrite');
          const store = transaction.objectStore('snapshots');
          store.openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (cursor === null) return;
            const { value } = cursor;
            for (const [name, changed] of Object.entries(wanted)) {
              (name in value.snapshot ? value.snapshot : value)[name] = changed;
            }
            cursor.update(value);
            cursor.continue();
          };
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    changes,
  );
}
