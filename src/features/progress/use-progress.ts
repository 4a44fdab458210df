/** What the learner has done in all challenges, for the braid in the bar and for what comes next. */
import { useEffect, useMemo, useState } from 'react';
import type { ChallengeProgress } from '../../domain/progress.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';

/** @param own the progress of this page's challenge, newer than what was loaded */
export function useProgress(
  store: LearnerStore,
  own: ChallengeProgress | null,
): ReadonlyMap<string, ChallengeProgress> {
  const [all, setAll] = useState<ReadonlyMap<string, ChallengeProgress>>(new Map());
  useEffect(() => {
    let isCurrent = true;
    store
      .listProgress()
      .then((list) => {
        if (isCurrent) setAll(new Map(list.map((progress) => [progress.slug, progress])));
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [store]);

  return useMemo(() => (own === null ? all : new Map(all).set(own.slug, own)), [all, own]);
}
