/** What a browser's storage may do to a page, done to it. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';

/** Lets the site's storage hold no more than this; null gives it back its own limit. */
export async function limitStorage(page: Page, bytes: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  });
}

declare global {
  interface Window {
    /** `throws`: each write fails; `hangs`: none answers. */
    writeFault?: 'throws' | 'hangs' | undefined;
  }
}

/** From then on `setWriteFault` decides what a write does. */
export function prepareWriteFaults(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    const commit = IDBTransaction.prototype.commit;
    IDBTransaction.prototype.commit = function (this: IDBTransaction) {
      if (window.writeFault !== 'hangs') commit.call(this);
    };
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (window.writeFault === 'throws') throw new DOMException('Internal error.', 'UnknownError');
      const request = put.apply(this, args);
      if (window.writeFault === 'hangs') {
        // Busy for ever: the transaction is kept open by one request after the other.
        const again = () => {
          if (window.writeFault === 'hangs') this.count().onsuccess = again;
        };
        again();
      }
      return request;
    };
  });
}

export function setWriteFault(page: Page, fault: Window['writeFault']): Promise<void> {
  return page.evaluate((kind) => {
    window.writeFault = kind;
  }, fault);
}

/** No database ever opens, and none is refused. */
export function neverOpen(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, ...args: Parameters<typeof open>) {
      const request = open.apply(this, args);
      for (const type of ['success', 'error', 'upgradeneeded', 'blocked']) {
        request.addEventListener(type, (event) => event.stopImmediatePropagation());
      }
      return request;
    };
  });
}

/** The page's clock goes wrong by this much. */
export function shiftClock(page: Page, ms: number): Promise<unknown> {
  return page.addInitScript((shift) => {
    const now = Date.now;
    Date.now = () => now() + shift;
  }, ms);
}

/** Fills the app's database as a release with that schema left it. The page must be of the site, but not of the app. */
export function fillDatabase(page: Page, fixture: string): Promise<void> {
  const { version, tables } = JSON.parse(
    readFileSync(new URL(`fixtures/${fixture}`, import.meta.url), 'utf8'),
  ) as {
    version: number;
    tables: Record<string, Record<string, unknown>>;
  };
  return page.evaluate(
    ({ version, tables }) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('interleave', version);
        request.onupgradeneeded = () => {
          for (const [name, records] of Object.entries(tables)) {
            const store = request.result.createObjectStore(name);
            for (const [key, value] of Object.entries(records)) store.put(value, key);
          }
        };
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
    { version, tables },
  );
}

/** A database of that name and version that is not the app's. */
export function makeForeignDatabase(page: Page, version: number): Promise<void> {
  return page.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('interleave', version);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('theirs').put('untouched', 'key');
        };
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
    version,
  );
}
