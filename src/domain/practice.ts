/** What the attempts of the last weeks add up to. */
import type { Attempt, ChallengeProgress } from './progress.ts';

export interface Practice {
  /** One for each of the last 28 days, oldest first: was anything run on it? */
  readonly days: readonly boolean[];
  readonly daysPractised: number;
  readonly runs: number;
}

const dayCount = 28;

/** @param now milliseconds since the epoch; days begin at midnight where the learner is */
export function toPractice(attempts: readonly Attempt[], now: number): Practice {
  const starts = Array.from({ length: dayCount }, (_, index) => startOfDay(now, index - dayCount + 1));
  const counts = starts.map((start, index) => {
    const end = starts[index + 1] ?? startOfDay(now, 1);
    return attempts.filter(({ startedAt }) => startedAt >= start && startedAt < end).length;
  });
  return {
    days: counts.map((count) => count > 0),
    daysPractised: counts.filter((count) => count > 0).length,
    runs: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** Time with challenge pages in front, in seconds. */
export function sumActiveSeconds(progress: Iterable<ChallengeProgress>): number {
  let sum = 0;
  for (const item of progress) sum += item.activeSeconds;
  return sum;
}

/** By calendar, not by adding hours: a day on which the clocks change is shorter or longer. */
function startOfDay(now: number, offset: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + offset).getTime();
}
