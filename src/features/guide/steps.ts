/** The steps of a track or path with what the learner has done of them. Pure. */
import type { CatalogEntry } from '../../domain/challenge.ts';
import { type ChallengeProgress, type ProgressState, toProgressState } from '../../domain/progress.ts';

export interface Step {
  readonly entry: CatalogEntry;
  readonly state: ProgressState;
}

export interface Walk {
  readonly steps: readonly Step[];
  readonly solved: number;
  readonly minutes: number;
  /** The first step that is not solved; null at the end. */
  readonly next: Step | null;
}

export function toWalk(
  entries: readonly CatalogEntry[],
  progress: ReadonlyMap<string, ChallengeProgress>,
): Walk {
  const steps = entries.map((entry) => ({ entry, state: toProgressState(progress.get(entry.slug)) }));
  return {
    steps,
    solved: steps.filter((step) => step.state === 'solved').length,
    minutes: entries.reduce((sum, entry) => sum + entry.minutes, 0),
    next: steps.find((step) => step.state !== 'solved') ?? null,
  };
}
