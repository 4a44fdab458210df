/** A text that an author tries out as a learner would meet it: the starter, the solution or a wrong solution. */
import type { Challenge, TextFile } from './challenge.ts';

export type TrialKind = 'starter' | 'solution' | 'mutant';

export interface Trial {
  readonly kind: TrialKind;
  /** The mutant's name; empty for the others. */
  readonly name: string;
  readonly files: readonly TextFile[];
}

/** The query parameter of a challenge's address that names a trial. */
export const trialParameter = 'load';

export function toTrialQuery(kind: TrialKind, name = ''): string {
  const value = kind === 'mutant' ? `mutant:${name}` : kind;
  return `?${trialParameter}=${encodeURIComponent(value)}`;
}

/** @param wanted the parameter's value; null when the address has none. @returns null when it names nothing here */
export function findTrial(challenge: Challenge, wanted: string | null): Trial | null {
  if (wanted === 'starter') return { kind: 'starter', name: '', files: challenge.starter };
  if (wanted === 'solution') return { kind: 'solution', name: '', files: challenge.solution };
  const name = /^mutant:(.+)$/s.exec(wanted ?? '')?.[1];
  const mutant = challenge.mutants.find((item) => item.name === name);
  return mutant === undefined ? null : { kind: 'mutant', name: mutant.name, files: mutant.files };
}
