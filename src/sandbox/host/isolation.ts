/**
 * Gets the page cross-origin isolated where the host sends no headers for it: a small service worker adds them, and
 * the page reloads once. Called before anything else, so that the reload can never cost a learner's text.
 */

import { trustedNames, trustScriptUrl } from '../../domain/trusted-text.ts';

export type Isolation = 'isolated' | 'reloading' | 'unavailable';

const refusedKey = 'interleave-isolation-refused';
const guardKey = 'interleave-isolation-reload';
/** A second reload within this time would be a loop. */
const loopMs = 30_000;
/** A service worker that takes longer is not waited for: the app works without it, only Stop is less gentle. */
const registrationMs = 5_000;

const trusted = trustScriptUrl(globalThis, trustedNames.isolation, (url) => {
  if (new URL(url).origin !== location.origin)
    throw new TypeError('A service worker comes from our own files.');
  return url;
});

/** After `reloading` the caller starts nothing. Never rejects. */
export async function ensureIsolation(): Promise<Isolation> {
  const isolation = await tryIsolation();
  try {
    if (isolation === 'unavailable') sessionStorage.setItem(refusedKey, 'yes');
    else sessionStorage.removeItem(refusedKey);
  } catch {
    // No session storage, no reload, no isolation: `mayBecomeIsolated` finds the same out.
  }
  return isolation;
}

/** False once it is known, or sure, that this browser does not isolate the page. */
export function mayBecomeIsolated(): boolean {
  try {
    return 'serviceWorker' in navigator && sessionStorage.getItem(refusedKey) === null;
  } catch {
    return false;
  }
}

async function tryIsolation(): Promise<Isolation> {
  if (globalThis.crossOriginIsolated) return 'isolated';
  // Absent in insecure contexts and in some private modes, whatever the types say.
  if (!('serviceWorker' in navigator)) return 'unavailable';
  try {
    if (hasJustReloaded()) return 'unavailable';
    const root = findRoot();
    const script = trusted(new URL('isolation-worker.js', root).href);
    await navigator.serviceWorker.register(script, { scope: root.pathname });
    const isActive = await Promise.race([navigator.serviceWorker.ready.then(() => true), giveUp()]);
    if (!isActive) return 'unavailable';
    sessionStorage.setItem(guardKey, String(Date.now()));
    location.reload();
    return 'reloading';
  } catch {
    return 'unavailable';
  }
}

/** Throws where there is no session storage: without the guard there must be no reload. */
function hasJustReloaded(): boolean {
  const reloadedAt = Number(sessionStorage.getItem(guardKey) ?? 0);
  return Date.now() - reloadedAt < loopMs;
}

/** The app's folder: pages below it say how far up it is, for an app hosted under a sub-path. */
function findRoot(): URL {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="interleave-root"]');
  return new URL(meta?.content ?? './', document.baseURI);
}

function giveUp(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), registrationMs);
  });
}
