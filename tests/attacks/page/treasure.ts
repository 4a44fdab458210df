/** Something worth stealing or spoiling, in every store that a page has. */

const databaseName = 'interleave';
const cacheName = 'interleave-treasure';
const secret = 'a draft that nobody else may read';

export async function plantTreasure(): Promise<void> {
  localStorage.setItem('interleave.theme', 'dark');
  sessionStorage.setItem('interleave-treasure', secret);
  // biome-ignore lint/suspicious/noDocumentCookie: the attacks look for exactly this.
  document.cookie = 'treasure=secret; SameSite=Strict';
  const cache = await caches.open(cacheName);
  await cache.put('/treasure', new Response(secret));
  const database = await open();
  await done(database.transaction('drafts', 'readwrite').objectStore('drafts').put(secret, 'sample'));
  database.close();
}

/** Everything that was planted, as one text that is equal when nothing has changed. */
export async function readTreasure(): Promise<string> {
  const database = await open();
  const draft = await done(database.transaction('drafts').objectStore('drafts').get('sample'));
  const count = await done(database.transaction('drafts').objectStore('drafts').count());
  database.close();
  const cached = await (await caches.match('/treasure'))?.text();
  const databases = (await indexedDB.databases()).map((one) => one.name).sort();
  const registrations = await navigator.serviceWorker.getRegistrations();
  return JSON.stringify({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    caches: await caches.keys(),
    cached,
    draft,
    count,
    databases,
    workers: registrations.length,
  });
}

export async function forgetTreasure(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  await caches.delete(cacheName);
  await done(indexedDB.deleteDatabase(databaseName));
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
  return done(opening);
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
