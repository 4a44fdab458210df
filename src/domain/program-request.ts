/** One file of the learner's run as a program, as `python solution.py` would: no tests, a keyboard, no time limit. */
import type { Challenge, TextFile } from './challenge.ts';
import { buildRunRequest, type RunRequest } from './run-request.ts';

export interface ProgramRequest extends Omit<RunRequest, 'limits'> {
  /** Path of the file that is `__main__`. */
  readonly program: string;
  readonly limits: {
    /** Characters of output that are shown; the rest is counted. */
    readonly outputCharacters: number;
    /** How far the interpreter's heap may grow, in MiB. */
    readonly memoryMb?: number;
  };
}

const outputCharacters = 200_000;

/** Builds the request for a file of the draft. Tests are not laid out, and time is real whatever the tests need. */
export function buildProgramRequest(
  challenge: Challenge,
  draft: readonly TextFile[],
  program: string,
): ProgramRequest {
  const request = buildRunRequest({ ...challenge, visibleTests: [], hiddenTests: [] }, draft, 'visible');
  // As a run of the tests, but without its end: what waits for the keyboard may take its time.
  const { seconds: _, ...limits } = request.limits;
  return { ...request, program, clock: 'real', limits: { ...limits, outputCharacters } };
}
