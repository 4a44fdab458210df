/** Takes the memory of an interpreter that is ready, and makes a new interpreter go on with it. */
import { type MemorySnapshot, packMemory, unpackMemory } from '../memory-snapshot.ts';
import { checkSnapshotModule, type EngineModule, type HeldValue, type HeldValues } from './engine-module.ts';
import type { Hands } from './hands.ts';

/** What the worker knows of the interpreter besides its memory. */
export interface SnapshotParts extends Pick<MemorySnapshot, 'stacks' | 'threadProblem'> {
  readonly hands: Hands;
  /** Whether workers can share the bytes. */
  readonly isShared: boolean;
}

/**
 * Called when no Python code is under way.
 * @throws when Python holds something that belongs to this worker alone
 */
export function takeSnapshot(candidate: unknown, parts: SnapshotParts): MemorySnapshot {
  const module = checkSnapshotModule(candidate);
  const { hands, isShared, stacks, threadProblem } = parts;
  const links = JSON.stringify(listHeldValues(module, hands));
  return {
    ...packMemory(module.HEAPU8, isShared),
    heapBytes: module.HEAPU8.length,
    links,
    stacks,
    threadProblem,
    functions: module.wasmTable.length - module.freeTableIndexes.length,
  };
}

/**
 * Makes Pyodide restore `snapshot` where it would restore one of its own kind. Called with a module that has not been
 * started; Pyodide then asks for what Python held by `Hands.find`.
 * @throws when the engine is not the one the snapshot comes from
 */
export function prepareRestore(candidate: unknown, snapshot: MemorySnapshot): void {
  const module = checkSnapshotModule(candidate);
  module.API.restoreSnapshot = () => {
    const missing = snapshot.heapBytes - module.HEAPU8.length;
    if (missing > 0) module.growMemory(snapshot.heapBytes);
    if (module.wasmTable.length !== snapshot.functions) {
      throw new RangeError(`The engine has ${module.wasmTable.length} functions, not ${snapshot.functions}.`);
    }
    unpackMemory(snapshot, module.HEAPU8);
    return JSON.parse(snapshot.links) as HeldValues;
  };
}

/** What Pyodide asks for, for each value that `listHeldValues` has listed. */
export function findHeldValue(held: unknown, hands: Hands): unknown {
  const value = held as HeldValue;
  return 'name' in value ? hands.find(value.name) : value.value;
}

function listHeldValues(module: EngineModule, hands: Hands): HeldValues {
  const slots = readTable((slot) => module.__hiwire_get(slot), module.API.getExpectedKeys().length);
  // Before Pyodide's own words comes a mark; after it there are only names.
  const names = readTable((slot) => module.__hiwire_immortal_get(slot), 0);
  const first = names.findLastIndex((name) => typeof name !== 'string') + 1;
  return {
    hiwireKeys: slots.map((item) => ({ serialized: toHeldValue(item, hands) })),
    immortalKeys: names.slice(first).map(String),
  };
}

/** Its length is told by an error alone. */
function readTable(read: (slot: number) => unknown, from: number): readonly unknown[] {
  const found: unknown[] = [];
  for (let slot = from; ; slot += 1) {
    try {
      found.push(read(slot));
    } catch {
      return found;
    }
  }
}

function toHeldValue(item: unknown, hands: Hands): HeldValue {
  if (item === null) return { value: null };
  switch (typeof item) {
    case 'undefined':
      return {};
    case 'string':
    case 'number':
    case 'boolean':
      return { value: item };
    default:
      return { name: hands.nameOf(item) };
  }
}

/** Given to Pyodide so that it restores at all; the bytes are ours to put in place. */
export const snapshotMark: Uint8Array = new Uint8Array(8);
