// The worker of a site that changes under one's hands (author mode, Vite's own server): nothing is kept there. Where an
// earlier site at this address left a worker, this one takes its place, forgets what was kept, and goes.
// scripts/build.mjs puts the real one here, from src/offline/worker.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  const prefix = `interleave ${new URL(self.registration.scope).pathname} `;
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  await self.clients.claim();
  const pages = await self.clients.matchAll({ type: 'window' });
  await self.registration.unregister();
  // What these pages show may be old. Each is asked for once more, and no worker stands in between.
  for (const page of pages) await page.navigate(page.url).catch(() => null);
}
