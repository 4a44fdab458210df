/** A Chromium with a profile on disk that outlives its browser, so that the browser can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const flags = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export interface ProfileOptions {
  /** The browser's own setting "block all cookies", which denies every kind of storage to sites. */
  readonly isStorageDenied?: boolean;
}

export class Profile {
  readonly #folder: string;
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;

  readonly #isStorageDenied: boolean;

  private constructor(folder: string, isStorageDenied: boolean) {
    this.#folder = folder;
    this.#isStorageDenied = isStorageDenied;
  }

  static async create({ isStorageDenied = false }: ProfileOptions = {}): Promise<Profile> {
    const folder = await mkdtemp(path.join(tmpdir(), 'profile-'));
    if (isStorageDenied) {
      const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
      await mkdir(path.join(folder, 'Default'));
      await writeFile(path.join(folder, 'Default/Preferences'), JSON.stringify(preferences));
    }
    return new Profile(folder, isStorageDenied);
  }

  /** A new page; the browser is started when it does not run. */
  async openPage(): Promise<Page> {
    const context = await this.#context();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const page = await context.newPage();
        await page.setViewportSize({ width: 1440, height: 900 });
        if (this.#isStorageDenied) await page.addInitScript(denyStorage);
        return page;
      } catch (error) {
        // The browser may hand out a spare renderer of which it has not noticed yet that it was killed.
        if (attempt === 5) throw error;
      }
    }
  }

  /** Ends every renderer at once, as the system does when memory runs out. */
  async killTabs(): Promise<void> {
    if (this.#browser === null) return;
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    for (const { type, id } of processInfo) if (type === 'renderer') kill(id);
  }

  /** Ends the whole browser at once, as a power cut does. */
  async killBrowser(): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    kill(-child.pid);
    await gone;
    this.#process = null;
    this.#browser = null;
  }

  async close(): Promise<void> {
    await this.killBrowser();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #context(): Promise<BrowserContext> {
    this.#browser ??= await this.#launch();
    const [context] = this.#browser.contexts();
    if (context === undefined) throw new Error('The browser has no profile.');
    return context;
  }

  async #launch(): Promise<Browser> {
    const executable = process.env.INTERLEAVE_CHROMIUM;
    if (executable === undefined) throw new Error('Name a Chromium in INTERLEAVE_CHROMIUM.');
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    // A killed browser leaves its address and its lock behind.
    for (const name of ['DevToolsActivePort', 'SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
      await rm(path.join(this.#folder, name), { force: true });
    }
    const child = spawn(executable, [...flags, ...asRoot, `--user-data-dir=${this.#folder}`, 'about:blank'], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = child;
    return chromium.connectOverCDP(await readAddress(child));
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`Chromium ended before it could be used:\n${said}`)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

/** The records that the app has stored, read without the app. */
export interface Stored {
  readonly draft: string | null;
  readonly snapshots: readonly string[];
}

export async function readStored(page: Page, slug: string, database = 'interleave'): Promise<Stored> {
  return page.evaluate(
    async ({ slug, database }) => {
      const known = await indexedDB.databases();
      if (!known.some(({ name }) => name === database)) return { draft: null, snapshots: [] };
      const wait = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await wait(indexedDB.open(database));
      try {
        const transaction = db.transaction(['drafts', 'snapshots']);
        type Kept = { slug: string; files: { text: string }[] };
        const draft = await wait(transaction.objectStore('drafts').get(slug) as IDBRequest<Kept | undefined>);
        const snapshots = await wait(transaction.objectStore('snapshots').getAll() as IDBRequest<Kept[]>);
        return {
          draft: draft?.files[0]?.text ?? null,
          snapshots: snapshots.filter((kept) => kept.slug === slug).map((kept) => kept.files[0]?.text ?? ''),
        };
      } finally {
        db.close();
      }
    },
    { slug, database },
  );
}

export async function readDownload(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFile(await download.path(), 'utf8');
}

/** What pages meet under that setting. The headless shell has no settings, so there it is done by hand. */
function denyStorage(): void {
  const deny = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, { get: deny, configurable: true });
}
