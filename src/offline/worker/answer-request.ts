/** How the service worker answers: from its own build where that is whole, else from the network, never from a mixture. */
import { type BuildList, isImmutable, toFilePath } from '../build-list.ts';
import { type KeptBuild, type KeptBuildParts, openOtherBuilds } from './kept-build.ts';
import { createOfflinePage } from './offline-page.ts';

export interface Answering {
  readonly build: KeptBuild;
  readonly parts: KeptBuildParts;
  /** Work that goes on after the answer. */
  readonly goOn: (work: Promise<unknown>) => void;
  /** The server has another build than this worker's: it is looked for at once. */
  readonly onOtherBuild: () => void;
}

/** A page, or a document of another kind. `path` is the address below the root. */
export async function answerNavigation(
  request: Request,
  path: string,
  { build, parts, goOn, onOtherBuild }: Answering,
): Promise<Response> {
  const file = toFilePath(path);
  if (await build.isWhole()) {
    const kept = await build.find(file);
    if (kept !== undefined) return isolate(kept);
    const list = await build.list().catch(() => null);
    if (list !== null && isFolder(list, path)) {
      return Response.redirect(new URL(`${path}/`, parts.scope).href + new URL(request.url).search, 301);
    }
  }
  try {
    const response = await fetch(request);
    goOn(build.keep([file]).catch(onOtherBuild));
    return isolate(response);
  } catch {
    return isolate(createOfflinePage(parts.scope));
  }
}

/** Whatever else a page asks for. */
export async function answerRequest(
  request: Request,
  path: string,
  { build, parts, goOn, onOtherBuild }: Answering,
): Promise<Response> {
  const isFixed = isImmutable(path);
  if (isFixed || (await build.isWhole())) {
    const kept = await build.find(path);
    if (kept !== undefined) return isolate(kept);
  }
  // A page of an older build goes on with its own files: their names are in no other build.
  if (isFixed) {
    for (const cache of await openOtherBuilds(parts)) {
      const kept = await cache.match(new URL(path, parts.scope).href);
      if (kept !== undefined) return isolate(kept);
    }
  }
  const response = await fetch(request);
  if (isFixed && response.status === 404) onOtherBuild();
  if (isFixed && response.status === 200) {
    goOn(build.keepAnswer(path, response.clone()).catch(() => undefined));
  }
  return isolate(response);
}

/** An address without its last slash, which a host would answer by sending the browser to the folder. */
function isFolder(list: BuildList, path: string): boolean {
  return path !== '' && !path.endsWith('/') && `${path}/index.html` in list.files;
}

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const withoutBody = new Set([204, 205, 304]);

/** Adds the headers of cross-origin isolation, for hosts that cannot send them. */
function isolate(response: Response): Response {
  // A redirect of a navigation is opaque: the browser follows it, and we see the next request.
  if (response.type === 'opaqueredirect' || response.type === 'opaque' || response.status === 0)
    return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(isolation)) headers.set(name, value);
  const body = withoutBody.has(response.status) ? null : response.body;
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
}
