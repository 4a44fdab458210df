/** Memories that interpreters of an earlier visit have made, kept so that this visit's boot as quickly as its own later ones. */
import type { EngineCapabilities } from '../../domain/capabilities.ts';
import type { MemorySnapshot, SnapshotKind } from '../memory-snapshot.ts';

export interface KeptSnapshot {
  /** Of the frame that made it: another kind of engine has no use for it. */
  readonly capabilities: EngineCapabilities;
  readonly snapshot: MemorySnapshot;
}

/** `image` is the id of the interpreter image, which changes with every byte of it. No call ever rejects. */
export interface SnapshotStore {
  /** Null where there is none that is whole. The bytes are the caller's to give away. */
  find(image: string, kind: SnapshotKind): Promise<KeptSnapshot | null>;
  /** Where there is room; those of other images go. */
  keep(image: string, kind: SnapshotKind, kept: KeptSnapshot): Promise<void>;
  forget(image: string, kind: SnapshotKind): Promise<void>;
}

/** Two kinds are the same when their texts are. */
export function toKindText({ role, packs }: SnapshotKind): string {
  return [role, ...packs].join(' ');
}
