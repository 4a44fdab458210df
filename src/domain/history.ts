/** The copies kept of one challenge's code, as a learner looks through them: newest first, each text once in a row. */
import { isSameText, type Snapshot } from './draft.ts';
import type { Attempt } from './progress.ts';

export interface HistoryEntry {
  readonly snapshot: Snapshot;
  /** The run that this text was kept for; `null` for a copy that was not run, or whose run never began. */
  readonly attempt: Attempt | null;
}

/**
 * Copies that follow each other with the same text become one entry: the newest that was run, else the newest.
 *
 * @param snapshots in any order
 * @param attempts those of other challenges do no harm
 */
export function toHistory(
  snapshots: readonly Snapshot[],
  attempts: readonly Attempt[],
): readonly HistoryEntry[] {
  const attemptOf = new Map(attempts.map((attempt) => [attempt.snapshotId, attempt]));
  const newestFirst = [...snapshots].reverse().sort((a, b) => b.takenAt - a.takenAt);
  const entries: HistoryEntry[] = [];
  for (const snapshot of newestFirst) {
    const entry = { snapshot, attempt: attemptOf.get(snapshot.id) ?? null };
    const newer = entries.at(-1);
    if (newer === undefined || !isSameText(newer.snapshot.files, snapshot.files)) entries.push(entry);
    else if (newer.attempt === null && entry.attempt !== null) entries[entries.length - 1] = entry;
  }
  return entries;
}
