import { words } from './words.ts';

/** Seconds as `1.3 ms`, `250 ms` or `10.0 s`. */
export function formatDuration(seconds: number): string {
  if (seconds >= 1) return words.durations.seconds(seconds.toFixed(1));
  const milliseconds = seconds * 1000;
  return words.durations.milliseconds(
    milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toFixed(1),
  );
}
