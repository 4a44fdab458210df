/**
 * Memories of finished interpreters, so that the next ones of the same kind need not boot from the packs. Made before
 * any code of a learner's runs, and never changed.
 */
import type { MemorySnapshot } from '../memory-snapshot.ts';

/** A page rarely needs more kinds: the tests' interpreter and a child's. Each takes some twenty megabytes. */
const most = 4;

/** What interpreters have in common that can go on with the same memory. */
export interface SnapshotKind {
  readonly packs: readonly string[];
  readonly role: 'alone' | 'main' | 'child';
}

export class SnapshotShelf {
  /** The one used last comes last. */
  readonly #kept = new Map<string, MemorySnapshot>();
  readonly #asked = new Set<string>();

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

  keep(kind: SnapshotKind, snapshot: MemorySnapshot): void {
    this.#asked.delete(toKey(kind));
    this.#kept.set(toKey(kind), snapshot);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** It did not fit. Another of that kind would fit no better. */
  refuse(kind: SnapshotKind): void {
    this.#kept.delete(toKey(kind));
    this.#asked.add(toKey(kind));
  }
}

function toKey({ packs, role }: SnapshotKind): string {
  return [role, ...packs].join(' ');
}
