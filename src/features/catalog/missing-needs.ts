import type { ChallengeNeed } from '../../domain/challenge.ts';

/**
 * What a challenge may ask for and this browser cannot give. Threads and processes of the interpreter rest on
 * WebAssembly's stack switching; whatever else is needed, every supported browser has.
 */
export function findMissingNeeds(engine: typeof WebAssembly): readonly ChallengeNeed[] {
  return 'Suspending' in engine && 'promising' in engine ? [] : ['threads', 'processes'];
}
