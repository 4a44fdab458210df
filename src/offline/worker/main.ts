/**
 * The site's one service worker. It makes what was visited work offline, brings a new version as a whole, and adds the
 * headers of cross-origin isolation for hosts that cannot send them.
 */
import { isCore, roleOf } from '../build-list.ts';
import { parseWorkerMessage } from '../worker-message.ts';
import { type Answering, answerNavigation, answerRequest } from './answer-request.ts';
import { cacheName, KeptBuild, type KeptBuildParts } from './kept-build.ts';
import { listKeptRoles, markReplaced, sweep, unmarkReplaced } from './old-builds.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written by the build as the worker's first line. */
declare const interleaveBuild: string;

const parts: KeptBuildParts = {
  id: interleaveBuild,
  scope: self.registration.scope,
  storage: self.caches,
  load: (url, init) => fetch(url, init),
};
const build = new KeptBuild(parts);

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', answer);
self.addEventListener('message', (event) => {
  const message = parseWorkerMessage(event.data);
  if (message === null) return;
  event.waitUntil(
    message.type === 'keep' ? build.keep(message.paths).catch(lookForUpdate) : self.skipWaiting(),
  );
});

async function install(): Promise<void> {
  // The first worker of a site takes its place at once: a page may be waiting for its headers.
  if (self.registration.active === null) return self.skipWaiting();
  try {
    await unmarkReplaced(parts, cacheName(parts));
    const roles = await listKeptRoles(parts);
    const { files } = await build.list();
    await build.keep(Object.keys(files).filter((path) => isCore(path) || roles.has(roleOf(path))));
  } catch (error) {
    if (!isStorageRefusal(error)) throw error;
    // No room for two builds: the new one is offered all the same, and works from the network.
    await parts.storage.delete(cacheName(parts)).catch(() => false);
  }
}

async function activate(): Promise<void> {
  await unmarkReplaced(parts, cacheName(parts)).catch(() => undefined);
  await markReplaced(parts).catch(() => undefined);
  await self.clients.claim();
}

function answer(event: FetchEvent): void {
  const { request } = event;
  if (request.method !== 'GET' || request.headers.has('Range')) return;
  const url = new URL(request.url);
  if (!url.href.startsWith(parts.scope)) return;
  const path = url.href.slice(parts.scope.length).replace(/[?#].*$/s, '');
  const answering: Answering = {
    build,
    parts,
    goOn: (work) => event.waitUntil(work),
    onOtherBuild: () => event.waitUntil(lookForUpdate()),
  };
  const isPage = request.mode === 'navigate';
  event.respondWith((isPage ? answerNavigation : answerRequest)(request, path, answering));
  if (!isPage) return;
  const { installing, waiting } = self.registration;
  if (installing === null && waiting === null) {
    event.waitUntil(
      sweep(parts, { clients: self.clients, locks: self.navigator.locks }).catch(() => undefined),
    );
  }
}

async function lookForUpdate(): Promise<void> {
  // Offline, or already at it: the browser looks again by itself.
  await self.registration.update().catch(() => undefined);
}

function isStorageRefusal(error: unknown): boolean {
  return error instanceof DOMException && ['QuotaExceededError', 'SecurityError'].includes(error.name);
}
