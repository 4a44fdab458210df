/** What `check` says of one folder, and the shape in which `--json` writes it. */
import type { ContentProblem } from '../../src/domain/challenge.ts';
import type { GateResult } from '../gate/gate-run.ts';

/** The keys of `--json`. */
export interface CheckResult {
  readonly slug: string;
  readonly solution: GateResult['solution'];
  readonly starter: GateResult['starter'];
  readonly mutants: GateResult['mutants'];
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  readonly runs: number;
  /** From the first run asked for to the last one's end; the fastest run of the solution alone. */
  readonly seconds: number;
  readonly solutionSeconds: number | null;
}

/** A folder that never came as far as a run. */
export function toBrokenResult(
  slug: string,
  problems: readonly string[],
  warnings: readonly string[],
): CheckResult {
  return {
    slug,
    solution: { passed: false, tests: 0 },
    starter: { passed: false },
    mutants: [],
    problems,
    warnings,
    runs: 0,
    seconds: 0,
    solutionSeconds: null,
  };
}

/** "challenge.toml:3: …", with the path inside the challenge's folder. */
export function toSentence({ file, line, message }: ContentProblem): string {
  if (file === '') return message;
  return `${file}${line === null ? '' : `:${line}`}: ${message}`;
}

export function formatResults(challenges: readonly CheckResult[]): string {
  const whole = challenges.map((result) => ({ ...result, seconds: round(result.seconds) }));
  return `${JSON.stringify({ challenges: whole }, null, 1)}\n`;
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
