import './Braid.css';
import type { CSSProperties } from 'react';
import { Strand } from './Strand.tsx';
import { type StrandState, toBraidParts } from './strands.ts';

interface BraidProps {
  readonly states: readonly StrandState[];
  /** The same fact in words ("4 of 10 solved"). Leave it out where those words stand beside the drawing. */
  readonly label?: string;
  /** Width of a tile in pixels, 12 at least; `fluid` shares the width there is; `styled` takes CSS's `--strand-width`. */
  readonly tile?: number | 'fluid' | 'styled';
  /** Position of the challenge that has just been solved: its crossing is drawn once. */
  readonly justWoven?: number;
}

/** A track as a braid. */
export function Braid({ states, label, tile = 32, justWoven }: BraidProps) {
  const isFluid = tile === 'fluid';
  const spoken =
    label === undefined ? ({ 'aria-hidden': true } as const) : { role: 'img', 'aria-label': label };
  const style = typeof tile === 'number' ? ({ '--strand-width': `${tile}px` } as CSSProperties) : undefined;
  let position = 0;

  return (
    <span className={isFluid ? 'braid braid--fluid' : 'braid'} style={style} {...spoken}>
      {toBraidParts(states).map((part) => {
        const key = position;
        position += part.kind === 'loose' ? part.count : 1;
        return part.kind === 'loose' ? (
          <span key={key} className="braid__loose" style={{ '--braid-count': part.count } as CSSProperties} />
        ) : (
          <Strand key={key} tile={part.tile} isJustWoven={key === justWoven} />
        );
      })}
    </span>
  );
}
