/** Names that lead to handles: shared memory blocks, and addresses that someone listens on. */
import { cell } from './layout.ts';
import type { SharedMemory } from './shared-memory.ts';

const entry = { next: 0, handle: 1, length: 2, owner: 3 } as const;
const headerBytes = 16;

export class Names {
  readonly #memory: SharedMemory;

  constructor(memory: SharedMemory) {
    this.#memory = memory;
  }

  /** The handle behind a name, or 0. */
  find(name: string): number {
    return this.#memory.locked(cell.lock, () => {
      const { found } = this.#look(name);
      return found === 0 ? 0 : this.#get(found, entry.handle);
    });
  }

  /** False when the name is taken. `owner`: the process with which the name ends; 0 where it outlives all. */
  add(name: string, handle: number, owner = 0): boolean {
    const text = new TextEncoder().encode(name);
    const made = this.#memory.allocate(headerBytes + text.length);
    this.#memory.bytes.set(text, made + headerBytes);
    this.#memory.store((made >> 2) + entry.handle, handle);
    this.#memory.store((made >> 2) + entry.length, text.length);
    this.#memory.store((made >> 2) + entry.owner, owner);
    const isFree = this.#memory.locked(cell.lock, () => {
      if (this.#look(name).found !== 0) return false;
      this.#memory.store((made >> 2) + entry.next, this.#memory.load(cell.names));
      this.#memory.store(cell.names, made);
      return true;
    });
    if (!isFree) this.#memory.release(made, headerBytes + text.length);
    return isFree;
  }

  /** The handle that the name led to, or 0. */
  remove(name: string): number {
    const removed = this.#memory.locked(cell.lock, () => {
      const { found, before } = this.#look(name);
      if (found !== 0) this.#memory.store(before, this.#get(found, entry.next));
      return found;
    });
    if (removed === 0) return 0;
    const handle = this.#get(removed, entry.handle);
    this.#memory.release(removed, headerBytes + this.#get(removed, entry.length));
    return handle;
  }

  /** The process has ended: nothing that it listened on is to be found any more. */
  removeOf(owner: number): void {
    const removed = this.#memory.locked(cell.lock, () => this.#unlinkOf(owner));
    for (const offset of removed) {
      this.#memory.release(offset, headerBytes + this.#get(offset, entry.length));
    }
  }

  #unlinkOf(owner: number): number[] {
    const removed: number[] = [];
    let before: number = cell.names;
    for (let found = this.#memory.load(before); found !== 0; found = this.#memory.load(before)) {
      if (this.#get(found, entry.owner) === owner) {
        this.#memory.store(before, this.#get(found, entry.next));
        removed.push(found);
      } else before = (found >> 2) + entry.next;
    }
    return removed;
  }

  /** `before`: the cell that leads to `found`. */
  #look(name: string): { found: number; before: number } {
    let before: number = cell.names;
    let found = this.#memory.load(before);
    while (found !== 0 && this.#text(found) !== name) {
      before = (found >> 2) + entry.next;
      found = this.#memory.load(before);
    }
    return { found, before };
  }

  #text(offset: number): string {
    const start = offset + headerBytes;
    return new TextDecoder().decode(this.#memory.bytes.slice(start, start + this.#get(offset, entry.length)));
  }

  #get(offset: number, name: number): number {
    return this.#memory.load((offset >> 2) + name);
  }
}
