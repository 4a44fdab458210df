// Adds the headers of cross-origin isolation to the app's pages and workers, for hosts that cannot send them.
// Everything else (images, packs, ranges, other origins) goes past it untouched.

const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const withoutBody = new Set([204, 205, 304]);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const needsHeaders =
    request.mode === 'navigate' || request.destination === 'worker' || request.destination === 'sharedworker';
  if (!needsHeaders || request.method !== 'GET') return;
  if (new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(fetch(request).then(addHeaders));
});

/** @param {Response} response */
function addHeaders(response) {
  // A redirect of a navigation is opaque: the browser follows it, and we see the next request.
  if (response.type === 'opaqueredirect' || response.type === 'opaque' || response.status === 0) return response;
  const isolated = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) isolated.set(name, value);
  const body = withoutBody.has(response.status) ? null : response.body;
  return new Response(body, { status: response.status, statusText: response.statusText, headers: isolated });
}
