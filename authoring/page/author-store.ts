/** The state of the author's page: the folders as they are on disk, and the gate of each, kept up to date. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Catalog, Challenge, TextFile } from '../../src/domain/challenge.ts';
import type { AuthorFolder } from '../author-content.ts';
import type { GateRow } from '../gate/gate-run.ts';
import { checkChallenge } from '../gate.ts';
import type { ContentSource } from './content-source.ts';
import type { GateState } from './gate-state.ts';
import type { RememberedRuns } from './remembered-runs.ts';
import type { RunQueue } from './run-queue.ts';

export interface FolderState {
  readonly folder: AuthorFolder;
  /** Null until it has been fetched, and for a broken folder. */
  readonly challenge: Challenge | null;
  readonly gate: GateState;
}

export interface AuthorState {
  /** Null until the first list has come. */
  readonly catalog: Catalog | null;
  /** In the order of the tracks; what is no challenge comes first. */
  readonly folders: readonly FolderState[];
  /** Why the folders could not be read; the list is then the last good one. */
  readonly failure: string | null;
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly isStopped: boolean;
  /** The challenge in view. */
  readonly inView: string | null;
  /** Files of the last save, below the folder of challenges. */
  readonly lastSaved: readonly string[];
}

export interface AuthorStore {
  readonly state: StoreApi<AuthorState>;
  /** Begins to listen and to check. @returns a function that ends it */
  connect(): () => void;
  show(slug: string | null): void;
  /** Checks a challenge with every run made anew. */
  checkAnew(slug: string): void;
  stop(): void;
  goOn(): void;
}

export interface AuthorStoreDeps {
  readonly source: ContentSource;
  readonly queue: RunQueue;
  readonly runs: RememberedRuns;
}

/** While one challenge waits for its first run, the other has work for the sandboxes. */
const checksAtOnce = 2;

export function createAuthorStore({ source, queue, runs }: AuthorStoreDeps): AuthorStore {
  const state = createStore<AuthorState>(() => ({
    catalog: null,
    folders: [],
    failure: null,
    connection: 'connecting',
    isStopped: false,
    inView: null,
    lastSaved: [],
  }));
  const { setState: set, getState: get } = state;
  /** Which check of a folder is the present one: what an older one says is dropped. */
  const checks = new Map<string, number>();
  const active = new Set<string>();
  const anew = new Set<string>();
  let revision = 0;
  let python: readonly TextFile[] = [];

  const find = (slug: string) => get().folders.find(({ folder }) => folder.slug === slug);
  const change = (slug: string, next: Partial<FolderState>) =>
    set({
      folders: get().folders.map((item) => (item.folder.slug === slug ? { ...item, ...next } : item)),
    });

  async function refresh(): Promise<void> {
    const content = await source.load();
    // Two answers may overtake each other.
    if (content.revision === revision) return;
    revision = content.revision;
    python = content.python;
    const before = new Map(get().folders.map((item) => [item.folder.slug, item]));
    const folders = content.folders.map((folder): FolderState => {
      const known = before.get(folder.slug);
      if (known !== undefined && known.folder.content === folder.content) return { ...known, folder };
      forget(folder.slug);
      return { folder, challenge: null, gate: { kind: folder.content === null ? 'broken' : 'waiting' } };
    });
    const present = new Set(content.folders.map((folder) => folder.slug));
    for (const slug of before.keys()) if (!present.has(slug)) forget(slug);
    set({ catalog: content.catalog, folders, failure: content.failure });
    checkNext();
  }

  /** The present check of this folder, if there is one, is about a text that is gone. */
  function forget(slug: string): void {
    checks.set(slug, (checks.get(slug) ?? 0) + 1);
    active.delete(slug);
  }

  function checkNext(): void {
    const waiting = get().folders.filter(({ gate }) => gate.kind === 'waiting');
    const first = waiting.find(({ folder }) => folder.slug === get().inView);
    if (first !== undefined && !active.has(first.folder.slug)) void check(first.folder);
    for (const { folder } of waiting) {
      if (active.size >= checksAtOnce) return;
      if (!active.has(folder.slug)) void check(folder);
    }
  }

  async function check(folder: AuthorFolder): Promise<void> {
    const { slug, content } = folder;
    if (content === null) return;
    const number = (checks.get(slug) ?? 0) + 1;
    checks.set(slug, number);
    active.add(slug);
    const isCurrent = () => checks.get(slug) === number;
    try {
      const challenge = find(slug)?.challenge ?? (await source.loadChallenge(content));
      if (!isCurrent()) return;
      runs.endOthers(slug, challenge);
      await passGate(challenge, isCurrent);
    } catch (error) {
      if (!isCurrent()) return;
      change(slug, {
        gate: { kind: 'failed', message: error instanceof Error ? error.message : String(error) },
      });
    } finally {
      if (isCurrent()) active.delete(slug);
      checkNext();
    }
  }

  async function passGate(challenge: Challenge, isCurrent: () => boolean): Promise<void> {
    const { slug } = challenge;
    const rows: GateRow[] = [];
    let planned = 0;
    const tell = () => {
      if (!isCurrent()) return;
      change(slug, { challenge, gate: { kind: 'running', done: rows.length, planned, rows: [...rows] } });
    };
    const run = runs.createRun(slug, isCurrent, anew.delete(slug));
    const result = await checkChallenge(challenge, run, {
      python,
      onPlan: (more) => {
        planned += more;
        tell();
      },
      onRow: (row) => {
        rows.push(row);
        tell();
      },
    });
    if (!isCurrent()) return;
    const kind = result.problems.length === 0 ? 'passes' : 'problems';
    change(slug, { challenge, gate: { kind, result, rows } });
  }

  return {
    state,
    connect() {
      const unwatch = source.watch({
        onChange: (next) => {
          set({ connection: 'open' });
          if (next.paths.length > 0) set({ lastSaved: next.paths });
          // The stream has just begun: perhaps from a new server, which counts from one again.
          else revision = 0;
          refresh().catch(() => set({ connection: 'lost' }));
        },
        onLost: () => set({ connection: 'lost' }),
      });
      return () => {
        unwatch();
        for (const { folder } of get().folders) {
          forget(folder.slug);
          runs.endOthers(folder.slug, null);
        }
        // Connected again, everything that had not ended begins anew.
        revision = 0;
        set({ folders: get().folders.map(toUnchecked) });
      };
    },
    show(slug) {
      queue.focus(slug);
      set({ inView: slug });
      checkNext();
    },
    checkAnew(slug) {
      const item = find(slug);
      if (item === undefined || item.folder.content === null) return;
      forget(slug);
      runs.endOthers(slug, null);
      anew.add(slug);
      change(slug, { gate: { kind: 'waiting' } });
      checkNext();
    },
    stop() {
      queue.pause();
      set({ isStopped: true });
    },
    goOn() {
      queue.resume();
      set({ isStopped: false });
    },
  };
}

function toUnchecked(item: FolderState): FolderState {
  return item.gate.kind === 'running' ? { ...item, gate: { kind: 'waiting' } } : item;
}
