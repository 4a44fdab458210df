/** What a challenge needs of the engine, what the engine can do, and what happens where that is not enough. */
import type { ChallengeNeed } from './challenge.ts';
import type { Fallback } from './fallback.ts';

/** Found by probing, never by the browser's name. */
export interface EngineCapabilities {
  /** Shared memory: processes, and a Stop that asks before it kills. */
  readonly sharedMemory: boolean;
  /** WebAssembly stack switching: threads. */
  readonly stackSwitching: boolean;
}

export type Capability = keyof EngineCapabilities;

/** What stands between a challenge and this browser. */
export interface Obstacle {
  readonly missing: readonly ChallengeNeed[];
  /** Why: what the engine would have to be able to do. */
  readonly lacks: readonly Capability[];
  readonly fallback: Fallback;
}

/** Whatever else a challenge may need, every supported browser has. */
const rests: Partial<Record<ChallengeNeed, readonly Capability[]>> = {
  threads: ['stackSwitching'],
  processes: ['stackSwitching', 'sharedMemory'],
};

const readOnly: Fallback = { kind: 'read-only' };

/** The needs that the engine cannot meet. */
export function findMissingNeeds(
  needs: readonly ChallengeNeed[],
  engine: EngineCapabilities,
): readonly ChallengeNeed[] {
  return needs.filter((need) => rests[need]?.some((capability) => !engine[capability]));
}

/** `null` where nothing is missing. Of several fallbacks the one that offers least decides: nothing may end red. */
export function findObstacle(
  challenge: {
    readonly needs: readonly ChallengeNeed[];
    readonly without: Partial<Record<ChallengeNeed, Fallback>>;
  },
  engine: EngineCapabilities,
): Obstacle | null {
  const missing = findMissingNeeds(challenge.needs, engine);
  if (missing.length === 0) return null;
  const fallbacks = missing.map((need) => challenge.without[need] ?? readOnly);
  const fallback = fallbacks.find(({ kind }) => kind !== 'skip-tests') ?? fallbacks[0] ?? readOnly;
  const capabilities = new Set(missing.flatMap((need) => rests[need] ?? []));
  return { missing, lacks: [...capabilities].filter((capability) => !engine[capability]), fallback };
}

/** True where nothing of the challenge can be run. */
export function isReadOnly(obstacle: Obstacle | null): boolean {
  return obstacle !== null && obstacle.fallback.kind !== 'skip-tests';
}
