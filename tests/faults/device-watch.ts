/** How long the device takes to store a draft: a promise of the page begins where that ends. */
import type { Page } from 'playwright-core';

export interface DeviceWatch {
  /**
   * Milliseconds that the device has kept the page waiting: the write under way at this moment, and the one before,
   * behind which it had to wait.
   */
  waitedMs(at: number): number;
}

/** To be called before the page is opened. */
export async function watchDevice(page: Page): Promise<DeviceWatch> {
  let since: number | null = null;
  let last = 0;
  page.on('console', (message) => {
    if (message.text() === 'fault:handed') since ??= performance.now();
    if (message.text() === 'fault:stored' && since !== null) {
      last = performance.now() - since;
      since = null;
    }
  });
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'drafts') {
        console.debug('fault:handed');
        this.transaction.addEventListener('complete', () => console.debug('fault:stored'));
      }
      return put.apply(this, args);
    };
  });
  return { waitedMs: (at) => last + (since === null ? 0 : Math.max(0, at - since)) };
}
