/** The page's side of the service worker: what was used is kept for offline, and a new version is noticed. */
import { trustedNames, trustScriptUrl } from '../../domain/trusted-text.ts';
import { pageLockPrefix } from '../page-lock.ts';
import type { SiteUpdates, UpdateState } from '../site-updates.ts';
import type { WorkerMessage } from '../worker-message.ts';

/** Absent in insecure contexts and in some private modes, whatever the types say. */
type Workers = ServiceWorkerContainer | undefined;

const trusted = trustScriptUrl(globalThis, trustedNames.serviceWorker, (url) => {
  if (new URL(url).origin !== location.origin) {
    throw new TypeError('A service worker comes from our own files.');
  }
  return url;
});

/**
 * @param root absolute address of the site's root
 * @throws whatever the browser says when it refuses
 */
export function registerWorker(
  workers: ServiceWorkerContainer,
  root: URL,
): Promise<ServiceWorkerRegistration> {
  return workers.register(trusted(new URL('service-worker.js', root).href), { scope: root.pathname });
}

export interface OpenUpdatesOptions {
  readonly root: URL;
  /** Absolute address of the page's entry script: it tells builds apart. */
  readonly entry: string;
  readonly workers: Workers;
  /** Resolves when the page has what it was opened for: to keep files must not slow that down. */
  readonly settled: Promise<void>;
}

/** Never throws and never rejects: a browser that refuses a service worker works with the network alone. */
export function openUpdates({ root, entry, workers, settled }: OpenUpdatesOptions): SiteUpdates {
  let state: UpdateState = { kind: 'none' };
  let isAsked = false;
  let waiting: ServiceWorker | null = null;
  const listeners = new Set<() => void>();
  const set = (next: UpdateState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  if (workers !== undefined) void start(workers).catch(() => undefined);

  async function start(container: ServiceWorkerContainer): Promise<void> {
    holdPageLock(root, entry);
    // The first worker of a site takes this page over too; that is no new version.
    let hadWorker = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      if (!hadWorker) {
        hadWorker = true;
      } else if (isAsked) {
        isAsked = false;
        location.reload();
      } else {
        set({ kind: 'used-elsewhere' });
      }
    });
    await Promise.all([pageLoaded(), settled]);
    const registration = await registerWorker(container, root);
    const look = () => {
      if (registration.waiting === null || container.controller === null) return;
      waiting = registration.waiting;
      set({ kind: 'ready' });
    };
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
    registration.installing?.addEventListener('statechange', look);
    look();
    lookAgainWhenShown(registration);
    const active = (await container.ready).active;
    if (active !== null) tellWhatIsUsed(root, container, active);
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    use() {
      if (state.kind === 'used-elsewhere' || waiting === null) return location.reload();
      isAsked = true;
      send(waiting, { type: 'take-over' });
    },
  };
}

function send(worker: ServiceWorker, message: WorkerMessage): void {
  worker.postMessage(message);
}

function pageLoaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
}

/** Held until the page is gone, however it goes. */
function holdPageLock(root: URL, entry: string): void {
  const name = pageLockPrefix(root.href) + entry.slice(root.href.length).replace(/[?#].*$/, '');
  void navigator.locks
    ?.request(name, { mode: 'shared' }, () => new Promise(() => undefined))
    .catch(() => undefined);
}

/** A page that stays open for days hears of new versions too. */
function lookAgainWhenShown(registration: ServiceWorkerRegistration): void {
  const everyMs = 3_600_000;
  let lookedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < everyMs) return;
    lookedAt = Date.now();
    void registration.update().catch(() => undefined);
  });
}

/** Names each file that the page has loaded, those before the worker was there included. */
function tellWhatIsUsed(root: URL, container: ServiceWorkerContainer, first: ServiceWorker): void {
  const tell = (urls: readonly string[]) => {
    const paths = urls
      .filter((url) => url.startsWith(root.href))
      .map((url) => url.slice(root.href.length).replace(/[?#].*$/, ''));
    if (paths.length > 0) send(container.controller ?? first, { type: 'keep', paths });
  };
  const page = location.href.replace(/[?#].*$/, '');
  tell([page.endsWith('/') ? `${page}index.html` : page]);
  new PerformanceObserver((list) => tell(list.getEntries().map((entry) => entry.name))).observe({
    type: 'resource',
    buffered: true,
  });
}
