/** What becomes of builds that a newer one has replaced: their files stay as long as a page goes on with them. */
import { roleOf } from '../build-list.ts';
import { pageLockPrefix } from '../page-lock.ts';
import { type KeptBuildParts, listOtherBuilds, openOtherBuilds } from './kept-build.ts';

type Parts = Pick<KeptBuildParts, 'scope' | 'id' | 'storage'>;

const replacedMark = '.kept/replaced';

/** What the learner has of other builds, by role: a new build keeps the same before it is offered. */
export async function listKeptRoles(parts: Parts): Promise<ReadonlySet<string>> {
  const roles = new Set<string>();
  for (const cache of await openOtherBuilds(parts)) {
    for (const { url } of await cache.keys()) roles.add(roleOf(url.slice(parts.scope.length)));
  }
  return roles;
}

export async function markReplaced(parts: Parts): Promise<void> {
  for (const cache of await openOtherBuilds(parts)) {
    await cache.put(new URL(replacedMark, parts.scope).href, new Response(null));
  }
}

/** A build may come back, when a host goes back to it. */
export async function unmarkReplaced(parts: Parts, name: string): Promise<void> {
  const cache = await parts.storage.open(name);
  await cache.delete(new URL(replacedMark, parts.scope).href);
}

/**
 * Removes replaced builds that no open page was loaded from. While a page has not said which build it is of, or a
 * newer build is on its way, nothing is removed.
 */
export async function sweep(
  parts: Parts,
  { clients, locks }: { readonly clients: Clients; readonly locks: LockManager | undefined },
): Promise<void> {
  const names = await listOtherBuilds(parts);
  if (names.length === 0) return;
  const pages = (await clients.matchAll({ type: 'window', includeUncontrolled: true })).filter((page) =>
    page.url.startsWith(parts.scope),
  );
  const prefix = pageLockPrefix(parts.scope);
  const { held = [] } = (await locks?.query()) ?? {};
  const ours = held.filter((lock) => lock.name?.startsWith(prefix));
  // A lock does not say which page holds it, but each page holds one.
  if (pages.length > ours.length) return;
  const entries = ours.map((lock) => lock.name?.slice(prefix.length) ?? '');
  for (const name of names) {
    const cache = await parts.storage.open(name);
    const has = async (path: string) => (await cache.match(new URL(path, parts.scope).href)) !== undefined;
    if (!(await has(replacedMark))) continue;
    const uses = await Promise.all(entries.map(has));
    if (!uses.includes(true)) await parts.storage.delete(name);
  }
}
