/** Turns the states of challenges into what the strands do. One tile is one challenge. */

export type StrandState = 'new' | 'started' | 'solved' | 'due';

export interface StrandTile {
  readonly state: StrandState;
  /** The strand on the upper lane where the tile begins; after a crossing it is the other one. */
  readonly upper: 'a' | 'b';
}

/** Only crossings swap the strands, so a chain of tiles stays two whole threads. */
export function toStrandTiles(states: readonly StrandState[]): readonly StrandTile[] {
  let upper: StrandTile['upper'] = 'a';
  return states.map((state) => {
    const tile: StrandTile = { state, upper };
    if (isCrossing(state)) upper = upper === 'a' ? 'b' : 'a';
    return tile;
  });
}

export type BraidPart =
  | { readonly kind: 'tile'; readonly tile: StrandTile }
  | { readonly kind: 'loose'; readonly count: number };

/** Neighbouring new challenges become one pair of loose threads: a thousand of them cost one element. */
export function toBraidParts(states: readonly StrandState[]): readonly BraidPart[] {
  const parts: BraidPart[] = [];
  for (const tile of toStrandTiles(states)) {
    const last = parts.at(-1);
    if (tile.state !== 'new') parts.push({ kind: 'tile', tile });
    else if (last?.kind === 'loose') parts[parts.length - 1] = { kind: 'loose', count: last.count + 1 };
    else parts.push({ kind: 'loose', count: 1 });
  }
  return parts;
}

/** How the threads go on from an entry to the next one on its shelf. */
export type ThreadTail = 'loose' | 'woven' | 'fading';

export function toThreadTail(state: StrandState, next: StrandState | undefined): ThreadTail {
  if (!isCrossing(state)) return 'loose';
  return next === undefined || next === 'new' ? 'fading' : 'woven';
}

function isCrossing(state: StrandState): boolean {
  return state === 'solved' || state === 'due';
}
