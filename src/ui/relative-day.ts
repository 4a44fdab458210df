/** Days in words: what a learner remembers is "yesterday", not a date. */

const msPerDay = 86_400_000;

/**
 * @param then milliseconds since the epoch
 * @param now milliseconds since the epoch
 * @returns "today", "yesterday", "5 days ago", or a date when it is longer ago than three weeks
 */
export function formatRelativeDay(then: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(then)) / msPerDay);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days <= 21) return `${days} days ago`;
  return new Date(then).toLocaleDateString('en', { year: 'numeric', month: 'short', day: 'numeric' });
}

/** A day in words with the time of the reader's own clock: "yesterday, 09:30 AM". */
export function formatRelativeMoment(then: number, now: number): string {
  const time = new Date(then).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit' });
  return `${formatRelativeDay(then, now)}, ${time}`;
}

/** Day and time of the reader's own clock, for comparing two of them. */
export function formatMoment(at: number): string {
  return new Date(at).toLocaleString('en', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** Midnight of the reader's own time zone; a day with a clock change is off by an hour, hence the rounding. */
function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
