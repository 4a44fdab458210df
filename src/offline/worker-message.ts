/** What a page tells the service worker. */

export type WorkerMessage =
  /** The page has used these files: keep them for offline. Paths from the site's root. */
  | { readonly type: 'keep'; readonly paths: readonly string[] }
  /** The learner asked for the new version. */
  | { readonly type: 'take-over' };

/** @returns null for anything else */
export function parseWorkerMessage(data: unknown): WorkerMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  if (data.type === 'take-over') return { type: 'take-over' };
  if (data.type !== 'keep' || !('paths' in data) || !Array.isArray(data.paths)) return null;
  return { type: 'keep', paths: data.paths.filter((path): path is string => typeof path === 'string') };
}
