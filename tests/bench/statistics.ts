/** What is said of a row of measurements, and when nothing should be said. */

export interface Summary {
  readonly n: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** @throws RangeError when there is nothing to summarise */
export function summarise(samples: readonly number[]): Summary {
  const sorted = toSorted(samples);
  return { n: sorted.length, median: quantile(sorted, 0.5), low: sorted[0] ?? 0, high: sorted.at(-1) ?? 0 };
}

/**
 * True when the middle half of the values spreads over more than half of their median: then the median says more
 * about what else the machine did than about what was measured.
 */
export function isTooNoisy(samples: readonly number[]): boolean {
  const sorted = toSorted(samples);
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  return spread > 0.5 * Math.abs(quantile(sorted, 0.5));
}

/**
 * Where the true median lies with 95 % confidence, whatever the distribution: between two of the sorted values,
 * chosen by the binomial distribution. With fewer than six values there is no such interval.
 */
export function medianInterval(samples: readonly number[]): readonly [number, number] | null {
  const sorted = toSorted(samples);
  const n = sorted.length;
  let rank = 0;
  for (let tail = 0, at = 0; at < n / 2; at += 1) {
    tail += choose(n, at) / 2 ** n;
    if (tail > 0.025) break;
    rank = at + 1;
  }
  const [low, high] = [sorted[rank - 1], sorted[n - rank]];
  return low === undefined || high === undefined ? null : [low, high];
}

function toSorted(samples: readonly number[]): readonly number[] {
  if (samples.length === 0) throw new RangeError('There are no measurements to summarise.');
  return [...samples].sort((left, right) => left - right);
}

/** Between the two values next to it, as most programs do it. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const left = sorted[below] ?? 0;
  const right = sorted[below + 1] ?? left;
  return left + (right - left) * (place - below);
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let at = 1; at <= k; at += 1) ways = (ways * (n - k + at)) / at;
  return ways;
}
