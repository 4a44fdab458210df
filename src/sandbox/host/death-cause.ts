/** Tells why an interpreter died from the engine's own words. */
import type { CrashCause } from '../../domain/verdict.ts';

export type DeathCause =
  | Extract<CrashCause, 'stack-overflow' | 'early-exit' | 'broken-run' | 'unknown'>
  | 'out-of-memory';

const causes: readonly (readonly [RegExp, DeathCause])[] = [
  // Chromium and Safari say the first, Firefox the second.
  [/maximum call stack size exceeded|too much recursion|stack overflow/i, 'stack-overflow'],
  [/MemoryError|out of memory|cannot enlarge memory|allocation failed/i, 'out-of-memory'],
  [/program terminated with exit|SystemExit/i, 'early-exit'],
  // An exception that came out of the judge: it catches everything, while it has what it is made of.
  [/PythonError|File "[^"]+", line \d+/, 'broken-run'],
];

export function findDeathCause(message: string): DeathCause {
  return causes.find(([pattern]) => pattern.test(message))?.[1] ?? 'unknown';
}
