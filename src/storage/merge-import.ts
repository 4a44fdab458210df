/** How an imported file meets what is here. Pure decisions; writing is the store's. */
import { type Draft, isSameText } from '../domain/draft.ts';
import type { ChallengeProgress } from '../domain/progress.ts';
import type { ImportItem } from './learner-store.ts';

export function toImportItem(mine: Draft | null, theirs: Draft): ImportItem {
  return {
    slug: theirs.slug,
    kind: compare(mine, theirs),
    mineSavedAt: mine?.savedAt ?? null,
    theirsSavedAt: theirs.savedAt,
  };
}

function compare(mine: Draft | null, theirs: Draft): ImportItem['kind'] {
  if (mine === null) return 'new';
  if (isSameText(mine.files, theirs.files)) return 'same';
  return mine.savedAt >= theirs.savedAt ? 'newer-here' : 'newer-in-file';
}

/** Solved once is solved; counts and times never go down. */
export function mergeProgress(mine: ChallengeProgress | null, theirs: ChallengeProgress): ChallengeProgress {
  if (mine === null) return theirs;
  const later = theirs.lastSeenAt > mine.lastSeenAt ? theirs : mine;
  const solvedFirst = earlier(mine.solvedAt, theirs.solvedAt);
  return {
    slug: mine.slug,
    openedAt: Math.min(mine.openedAt, theirs.openedAt),
    lastSeenAt: later.lastSeenAt,
    solvedAt: solvedFirst,
    solvedVersion:
      solvedFirst === null || solvedFirst === mine.solvedAt ? mine.solvedVersion : theirs.solvedVersion,
    attempts: Math.max(mine.attempts, theirs.attempts),
    lastPassed: later.lastPassed,
    lastTotal: later.lastTotal,
    hintsShown: Math.max(mine.hintsShown, theirs.hintsShown),
    solutionShownAt: earlier(mine.solutionShownAt, theirs.solutionShownAt),
    activeSeconds: Math.max(mine.activeSeconds, theirs.activeSeconds),
  };
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
