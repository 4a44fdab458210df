/** The learner's own text for one challenge, and the copies kept of it. */
import type { TextFile } from './challenge.ts';

export interface Draft {
  readonly slug: string;
  /** Version of the challenge the draft was begun with. */
  readonly challengeVersion: number;
  readonly files: readonly TextFile[];
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** Counts saves; a save names the revision it grew from, so that two tabs cannot overwrite each other. */
  readonly revision: number;
}

export type SnapshotReason =
  | 'run'
  | 'submit'
  | 'before-reset'
  | 'before-restore'
  | 'before-import'
  | 'before-solution'
  | 'other-tab'
  | 'challenge-changed';

/** A copy of a draft that is never overwritten. */
export interface Snapshot {
  readonly id: string;
  readonly slug: string;
  readonly challengeVersion: number;
  readonly files: readonly TextFile[];
  readonly takenAt: number;
  readonly reason: SnapshotReason;
}

export function isSameText(a: readonly TextFile[], b: readonly TextFile[]): boolean {
  if (a.length !== b.length) return false;
  const texts = new Map(b.map((file) => [file.path, file.text]));
  return a.every((file) => texts.get(file.path) === file.text);
}
