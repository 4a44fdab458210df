/** One build's files in this browser: a cache of its own, filled file by file, each one checked before it is kept. */
import {
  type BuildList,
  buildListPath,
  findCompanions,
  isCore,
  isImmutable,
  parseBuildList,
} from '../build-list.ts';
import { hashContent } from '../hash-content.ts';

export interface KeptBuildParts {
  readonly id: string;
  /** Absolute address of the site's root. Several sites may share an origin, and its caches. */
  readonly scope: string;
  readonly storage: CacheStorage;
  readonly load: (url: string, init: RequestInit) => Promise<Response>;
}

/** The server's file is not, or no longer, the one of this build. */
class OtherBuild extends Error {
  override name = 'OtherBuild';
}

const hashHeader = 'X-Interleave-Hash';

export class KeptBuild {
  readonly #parts: KeptBuildParts;
  #list: Promise<BuildList> | null = null;
  #isWhole = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: KeptBuildParts) {
    this.#parts = parts;
  }

  /** Rejects when neither this browser nor the server has it. */
  list(): Promise<BuildList> {
    this.#list ??= this.#readList().catch((error: unknown) => {
      this.#list = null;
      throw error;
    });
    return this.#list;
  }

  async find(path: string): Promise<Response | undefined> {
    const cache = await this.#open().catch(() => null);
    return cache?.match(this.#urlOf(path));
  }

  /** Whether the app's core is here as a whole: without that no page is shown from this device. */
  async isWhole(): Promise<boolean> {
    this.#isWhole ||= (await this.find(wholeMark)) !== undefined;
    return this.#isWhole;
  }

  /**
   * Keeps these files, and the core if it is not whole yet. One after the other with other calls; what is here is not
   * fetched again, so an interrupted call is taken up by the next.
   * @throws OtherBuild, or what the network or the storage says
   */
  keep(paths: readonly string[]): Promise<void> {
    const run = () => this.#keep(paths);
    const next = this.#last.then(run, run);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Keeps a file from an answer that is on its way to the page. */
  async keepAnswer(path: string, response: Response): Promise<void> {
    const hash = (await this.list()).files[path];
    if (hash !== undefined) await this.#put(await this.#open(), path, response, hash);
  }

  async #keep(paths: readonly string[]): Promise<void> {
    const list = await this.list();
    const cache = await this.#open();
    const kept = new Set((await cache.keys()).map((request) => request.url));
    const keepOne = async (path: string) => {
      const url = this.#urlOf(path);
      if (kept.has(url)) return;
      await this.#keepOne(cache, path, list.files[path] ?? '');
      kept.add(url);
    };
    if (!(await this.isWhole())) {
      await inLanes(Object.keys(list.files).filter(isCore), keepOne);
      await cache.put(this.#urlOf(wholeMark), new Response(null));
    }
    // A page is not kept without its data, which comes first.
    await inLanes(
      paths.filter((path) => path in list.files),
      async (path) => {
        for (const companion of findCompanions(list, path)) await keepOne(companion);
      },
    );
  }

  async #keepOne(cache: Cache, path: string, hash: string): Promise<void> {
    const same = await this.#findInOtherBuilds(path, hash);
    if (same !== undefined) return cache.put(this.#urlOf(path), same);
    // What the browser's own cache holds may be another build's, or damaged: then the server is asked.
    const modes: readonly RequestCache[] = isImmutable(path) ? ['default', 'reload'] : ['no-cache'];
    for (const mode of modes) {
      const response = await this.#parts.load(this.#urlOf(path), { cache: mode, credentials: 'same-origin' });
      if (await this.#put(cache, path, response, hash)) return;
    }
    throw new OtherBuild(`The server has another ${path} than this build.`);
  }

  /** @returns whether it was the build's own file */
  async #put(cache: Cache, path: string, response: Response, hash: string): Promise<boolean> {
    if (response.status !== 200) return false;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if ((await hashContent(bytes)) !== hash) return false;
    const headers = new Headers({ [hashHeader]: hash, 'Content-Length': String(bytes.byteLength) });
    const type = response.headers.get('Content-Type');
    if (type !== null) headers.set('Content-Type', type);
    await cache.put(this.#urlOf(path), new Response(bytes, { headers }));
    return true;
  }

  async #findInOtherBuilds(path: string, hash: string): Promise<Response | undefined> {
    for (const cache of await openOtherBuilds(this.#parts)) {
      const found = await cache.match(this.#urlOf(path));
      if (found?.headers.get(hashHeader) === hash) return found;
    }
    return undefined;
  }

  async #readList(): Promise<BuildList> {
    const url = this.#urlOf(buildListPath(this.#parts.id));
    const cache = await this.#open().catch(() => null);
    const kept = await cache?.match(url);
    if (kept !== undefined) return parseBuildList(await kept.text());
    const response = await this.#parts.load(url, { cache: 'no-cache', credentials: 'same-origin' });
    const text = await response.text();
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    if (!toHex(digest).startsWith(this.#parts.id)) throw new OtherBuild('The server has another build.');
    await cache?.put(url, new Response(text)).catch(() => undefined);
    return parseBuildList(text);
  }

  #open(): Promise<Cache> {
    return this.#parts.storage.open(cacheName(this.#parts));
  }

  #urlOf(path: string): string {
    return new URL(path, this.#parts.scope).href;
  }
}

/** Files fetched at the same time. */
const lanes = 4;
/** So many that cannot be had mean that none can. */
const mostFailures = 4;

/** One that fails keeps no other away; the first failure is thrown at the end. */
async function inLanes(paths: readonly string[], work: (path: string) => Promise<void>): Promise<void> {
  const queue = [...paths];
  const failures: unknown[] = [];
  const lane = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      await work(path).catch((error: unknown) => failures.push(error));
      if (failures.length >= mostFailures) return;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (failures.length > 0) throw failures[0];
}

const wholeMark = '.kept/whole';

/** Name of the cache of a build. */
export function cacheName({ scope, id }: Pick<KeptBuildParts, 'scope' | 'id'>): string {
  return `${cachePrefix(scope)}${id}`;
}

function cachePrefix(scope: string): string {
  return `interleave ${new URL(scope).pathname} `;
}

/** The caches of this site's other builds. None where the browser refuses storage. */
export async function openOtherBuilds(
  parts: Pick<KeptBuildParts, 'scope' | 'id' | 'storage'>,
): Promise<readonly Cache[]> {
  const names = await listOtherBuilds(parts);
  return Promise.all(names.map((name) => parts.storage.open(name)));
}

export async function listOtherBuilds({
  scope,
  id,
  storage,
}: Pick<KeptBuildParts, 'scope' | 'id' | 'storage'>): Promise<readonly string[]> {
  const names = await storage.keys().catch(() => []);
  return names.filter((name) => name.startsWith(cachePrefix(scope)) && name !== cacheName({ scope, id }));
}

function toHex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
