/** What a memory snapshot leans on beyond Pyodide's public interface. Every name is checked before it is used. */

/** The JavaScript values that Python holds, in Pyodide's words: for each slot of its table what is to come into it. */
export interface HeldValues {
  readonly hiwireKeys: readonly { readonly serialized: HeldValue }[];
  readonly immortalKeys: readonly string[];
}

/** One value in our words: an object by its name, anything else as it is. An empty slot holds `undefined`. */
export type HeldValue =
  | { readonly name: string }
  | { readonly value: string | number | boolean | null }
  | { readonly value?: never };

export interface EngineModule {
  readonly HEAPU8: Uint8Array;
  readonly wasmTable: { readonly length: number };
  /** Places in the table that functions have left again, as ctypes' callbacks do. */
  readonly freeTableIndexes: readonly number[];
  /** Returns 1 when the memory has grown to so many bytes. */
  growMemory(bytes: number): number | undefined;
  readonly API: {
    /** What the first slots hold in every interpreter. */
    getExpectedKeys(): readonly unknown[];
    restoreSnapshot(ignored: Uint8Array): HeldValues;
  };
  /** Both throw beyond their table's end. */
  __hiwire_get(slot: number): unknown;
  __hiwire_immortal_get(slot: number): unknown;
}

/**
 * @throws Error when a private name is not what it was in the Pyodide this was written for
 */
export function checkSnapshotModule(candidate: unknown): EngineModule {
  const module = candidate as EngineModule;
  const { API } = module;
  const isKnown =
    module.HEAPU8 instanceof Uint8Array &&
    typeof module.growMemory === 'function' &&
    typeof module.wasmTable?.length === 'number' &&
    Array.isArray(module.freeTableIndexes) &&
    typeof module.__hiwire_get === 'function' &&
    typeof module.__hiwire_immortal_get === 'function' &&
    typeof API?.getExpectedKeys === 'function' &&
    typeof API.restoreSnapshot === 'function';
  if (!isKnown) throw new Error('This build of Pyodide cannot be restored from a memory.');
  return module;
}
