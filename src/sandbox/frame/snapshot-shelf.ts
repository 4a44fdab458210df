/**
 * Memories of finished interpreters, so that the next ones of the same kind need not boot from the packs. Made before
 * any code of a learner's runs, and never changed.
 */
import type { MemorySnapshot, SnapshotKind } from '../memory-snapshot.ts';

/** A page rarely needs more kinds: the tests' interpreter and a child's. Each takes some twenty megabytes. */
const most = 4;

/** Hears what the page keeps for the next visit. */
export interface ShelfKeeper {
  made(kind: SnapshotKind, snapshot: MemorySnapshot): void;
  refused(kind: SnapshotKind): void;
}

export class SnapshotShelf {
  readonly #keeper: ShelfKeeper;
  /** The one used last comes last. */
  readonly #kept = new Map<string, MemorySnapshot>();
  readonly #asked = new Set<string>();
  /** Kinds whose memory came from an earlier visit. */
  readonly #given = new Set<string>();

  constructor(keeper: ShelfKeeper) {
    this.#keeper = keeper;
  }

  find(kind: SnapshotKind): MemorySnapshot | null {
    const key = toKey(kind);
    const found = this.#kept.get(key);
    if (!found) return null;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found;
  }

  /** True for the first who asks while there is no such memory: that interpreter is to give its own. */
  ask(kind: SnapshotKind): boolean {
    const key = toKey(kind);
    if (this.#kept.has(key) || this.#asked.has(key)) return false;
    this.#asked.add(key);
    return true;
  }

  /** Who was asked will not give one: the next may be asked. */
  excuse(kind: SnapshotKind): void {
    this.#asked.delete(toKey(kind));
  }

  /** One that was made just now. */
  keep(kind: SnapshotKind, snapshot: MemorySnapshot): void {
    this.#asked.delete(toKey(kind));
    this.#given.delete(toKey(kind));
    this.#put(kind, snapshot);
    this.#keeper.made(kind, snapshot);
  }

  /** One from an earlier visit; one that was made on this visit is not worse. */
  give(kind: SnapshotKind, snapshot: MemorySnapshot): void {
    const key = toKey(kind);
    if (this.#kept.has(key) || this.#asked.has(key)) return;
    this.#given.add(key);
    this.#put(kind, snapshot);
  }

  /** It did not fit. Another of that kind would fit no better, unless it came from an earlier visit. */
  refuse(kind: SnapshotKind, snapshot: MemorySnapshot): void {
    const key = toKey(kind);
    if (this.#kept.get(key) !== snapshot) return;
    this.#kept.delete(key);
    if (!this.#given.delete(key)) this.#asked.add(key);
    this.#keeper.refused(kind);
  }

  #put(kind: SnapshotKind, snapshot: MemorySnapshot): void {
    this.#kept.set(toKey(kind), snapshot);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size <= most || oldest === undefined) return;
    this.#kept.delete(oldest);
    this.#given.delete(oldest);
  }
}

function toKey({ packs, role }: SnapshotKind): string {
  return [role, ...packs].join(' ');
}
