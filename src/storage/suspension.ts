/**
 * What becomes of transactions when the learner leaves a page that the browser keeps in memory, to show it again at once
 * when he comes back. WebKit leaves a transaction of such a page open, and with it the lock on its tables: every other
 * page would wait for ever. So those that are not done are given up, and done anew if the page is shown again.
 */

/** What there is of a transaction for it to be given up. */
interface Abortable {
  abort(): void;
}

export interface Suspension {
  /** Resolves at once, or when the page is shown again. */
  over(): Promise<void>;
  watch(transaction: Abortable): void;
  /** It has all that it will be asked for. */
  release(transaction: Abortable): void;
  /** Whether it was given up because the page was left. */
  hasAborted(transaction: Abortable): boolean;
}

/** Where events of a page's transitions arrive; nowhere outside a browser. */
export interface PageEvents {
  addEventListener?(type: string, listener: (event: Event) => void): void;
}

export function openSuspension(page: PageEvents): Suspension {
  const watched = new Set<Abortable>();
  const aborted = new WeakSet<Abortable>();
  let shown = Promise.resolve();
  let show = () => {};
  let isSuspended = false;

  function giveUp(transaction: Abortable): void {
    aborted.add(transaction);
    try {
      transaction.abort();
    } catch {
      // It had ended by itself, and its work is told in the usual way.
      aborted.delete(transaction);
    }
  }

  page.addEventListener?.('pagehide', (event) => {
    // A page that is not kept takes its transactions with it.
    if (!(event as PageTransitionEvent).persisted) return;
    show();
    shown = new Promise((resolve) => {
      show = resolve;
    });
    isSuspended = true;
    for (const transaction of watched) giveUp(transaction);
    watched.clear();
  });
  page.addEventListener?.('pageshow', () => {
    isSuspended = false;
    show();
  });

  return {
    over: () => shown,
    watch: (transaction) => {
      // Begun while the page was being left.
      if (isSuspended) giveUp(transaction);
      else watched.add(transaction);
    },
    release: (transaction) => void watched.delete(transaction),
    hasAborted: (transaction) => aborted.has(transaction),
  };
}
