/**
 * Gets the page cross-origin isolated where the host sends no headers for it: the site's service worker adds them, and
 * the page reloads once. Called before anything else, so that the reload can never cost a learner's text.
 */

export type Isolation = 'isolated' | 'reloading' | 'unavailable';

const refusedKey = 'interleave-isolation-refused';
const guardKey = 'interleave-isolation-reload';
/** A reload that did not help within this time is known not to help. */
const loopMs = 30_000;
/** A service worker that takes longer is not waited for: the app works without it, only Stop is less gentle. */
const registrationMs = 5_000;

/**
 * After `reloading` the caller starts nothing. Never rejects.
 * @param register registers the service worker that adds the headers
 */
export async function ensureIsolation(register: () => Promise<unknown>): Promise<Isolation> {
  const { isolation, isFinal } = await tryIsolation(register);
  try {
    if (isolation === 'unavailable') sessionStorage.setItem(refusedKey, isFinal ? 'for-good' : 'now');
    else sessionStorage.removeItem(refusedKey);
  } catch {
    // No session storage, no reload, no isolation: `mayBecomeIsolated` finds the same out.
  }
  return isolation;
}

/** False once it is known, or sure, that this browser does not isolate the page. */
export function mayBecomeIsolated(): boolean {
  try {
    return isTop() && 'serviceWorker' in navigator && sessionStorage.getItem(refusedKey) === null;
  } catch {
    return false;
  }
}

interface Trial {
  readonly isolation: Isolation;
  /** Trying again in this tab would only reload every page once more. */
  readonly isFinal: boolean;
}

async function tryIsolation(register: () => Promise<unknown>): Promise<Trial> {
  if (globalThis.crossOriginIsolated) return { isolation: 'isolated', isFinal: false };
  // Inside another site's page the headers of the outer page decide, not ours. Workers are absent in insecure contexts
  // and in some private modes, whatever the types say.
  if (!isTop() || !('serviceWorker' in navigator)) return unavailable;
  try {
    if (hasReloadedInVain()) return { isolation: 'unavailable', isFinal: true };
    await register();
    const isActive = await Promise.race([navigator.serviceWorker.ready.then(() => true), giveUp()]);
    if (!isActive) return unavailable;
    sessionStorage.setItem(guardKey, String(Date.now()));
    location.reload();
    return { isolation: 'reloading', isFinal: false };
  } catch {
    return unavailable;
  }
}

const unavailable: Trial = { isolation: 'unavailable', isFinal: false };

/** Throws where there is no session storage: without the guard there must be no reload. */
function hasReloadedInVain(): boolean {
  if (sessionStorage.getItem(refusedKey) === 'for-good') return true;
  const reloadedAt = Number(sessionStorage.getItem(guardKey) ?? 0);
  // A clock that was set back must not look like a reload of long ago.
  return Math.abs(Date.now() - reloadedAt) < loopMs;
}

function isTop(): boolean {
  return window.top === window;
}

function giveUp(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), registrationMs);
  });
}
