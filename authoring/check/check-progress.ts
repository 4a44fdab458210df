/** How far a check is, and how long it may still take. */
import { formatDuration } from './format-duration.ts';

export interface CheckProgress {
  /** So many more runs will be asked for. */
  plan(runs: number): void;
  /** One planned run has ended. */
  finish(): void;
  /** For example "31 of 120 runs, about 40 s left". */
  describe(): string;
}

/**
 * @param expected runs that are likely to come; what is planned later than this counts as part of it
 * @param now milliseconds
 */
export function createCheckProgress(expected: number, now: () => number): CheckProgress {
  const startedAt = now();
  let planned = 0;
  let finished = 0;
  return {
    plan(runs) {
      planned += runs;
    },
    finish() {
      finished += 1;
    },
    describe() {
      const total = Math.max(expected, planned);
      const done = `${finished} of ${total} runs`;
      if (finished === 0 || finished >= total) return done;
      const seconds = ((now() - startedAt) / finished) * ((total - finished) / 1000);
      return `${done}, about ${formatDuration(seconds)} left`;
    },
  };
}
