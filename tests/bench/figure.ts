/** One number of the product, measured: as a row for people, as JSON for programs. */
import { loadavg } from 'node:os';
import { isTooNoisy, medianInterval, summarise } from './statistics.ts';

/** What one measurement gives: the values of each of its keys, in the order in which they were taken. */
export interface Measured {
  readonly key: string;
  readonly unit: string;
  readonly samples: readonly number[];
  /** How it was measured, in one line. */
  readonly how: string;
  /** For a difference in percent the interval decides, not the spread: its widest, in points. */
  readonly widestInterval?: number;
}

export interface Figure {
  readonly key: string;
  readonly unit: string;
  readonly n: number;
  /** `null` when it was too noisy to say. */
  readonly median: number | null;
  readonly low: number;
  readonly high: number;
  /** Of the median, with 95 % confidence; `null` for few values. */
  readonly interval: readonly [number, number] | null;
  readonly tooNoisy: boolean;
  /** The machine's load average over one minute, before and after. */
  readonly load: readonly [number, number];
  readonly how: string;
}

export function toFigure(measured: Measured, loadBefore: number): Figure {
  const { key, unit, samples, how, widestInterval } = measured;
  const { n, median, low, high } = summarise(samples);
  const interval = medianInterval(samples);
  const tooNoisy =
    widestInterval === undefined
      ? isTooNoisy(samples)
      : interval === null || interval[1] - interval[0] > widestInterval;
  return {
    key,
    unit,
    n,
    median: tooNoisy ? null : round(median),
    low: round(low),
    high: round(high),
    interval: interval && [round(interval[0]), round(interval[1])],
    tooNoisy,
    load: [round(loadBefore), round(currentLoad())],
    how,
  };
}

export function currentLoad(): number {
  return loadavg()[0] ?? 0;
}

export function figureLine(figure: Figure): string {
  const { key, unit, n, median, low, high, interval, load } = figure;
  const value = median === null ? 'too noisy' : `${median}${unit === '' ? '' : ` ${unit}`}`;
  const within = interval === null ? '' : `, median within ${interval[0]}–${interval[1]}`;
  return `${key}: ${value} [${low}–${high}]${within}, n=${n}, load ${load[0]}–${load[1]}`;
}

/** Three digits that count. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}
