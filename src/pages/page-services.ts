import type { SiteUpdates } from '../offline/site-updates.ts';
import type { LearnerStore } from '../storage/learner-store.ts';

/** What every page is given; the composition root builds it. */
export interface PageServices {
  readonly store: LearnerStore;
  readonly updates: SiteUpdates;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
