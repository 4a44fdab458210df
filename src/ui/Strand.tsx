import './Strand.css';
import type { StrandTile } from './strands.ts';

interface StrandProps {
  readonly tile: StrandTile;
  /** Draws a crossing once, when it has just been woven. */
  readonly isJustWoven?: boolean;
}

/** One tile, 32 × 20, lanes at 5.5 and 14.5. Decoration: give the same fact in words nearby. */
export function Strand({ tile, isJustWoven = false }: StrandProps) {
  const classes = ['strand', `strand--${tile.state}`, isJustWoven ? 'strand--just-woven' : ''];
  return (
    <svg
      viewBox="0 0 32 20"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
      className={classes.filter(Boolean).join(' ')}
    >
      {tile.state === 'new' && <path className="strand__loose" d={looseBoth} />}
      {tile.state === 'started' && <Needle upper={tile.upper} />}
      {(tile.state === 'solved' || tile.state === 'due') && <Crossing upper={tile.upper} />}
    </svg>
  );
}

const looseBoth = 'M0 5.5H32M0 14.5H32';
/** The rising thread is cut by a gap where the other one passes over. */
const rising = 'M0 14.5C6 14.5 8.6 13.2 11.4 11.7M20.6 8.3C23.4 6.8 26 5.5 32 5.5';
const falling = 'M0 5.500C16 5.5 16 14.5 32 14.5';

function Crossing({ upper }: { readonly upper: 'a' | 'b' }) {
  const lower = upper === 'a' ? 'b' : 'a';
  return (
    <>
      <path className={`strand__${lower} strand__under`} pathLength={1} d={rising} />
      <path className={`strand__${upper} strand__over`} pathLength={1} d={falling} />
    </>
  );
}

function Needle({ upper }: { readonly upper: 'a' | 'b' }) {
  const lower = upper === 'a' ? 'b' : 'a';
  return (
    <>
      <path className="strand__loose" d="M22 5.500H32M8 14.500H32" />
      <path className={`strand__${lower}`} d="M0 14.500H8" />
      <path className={`strand__${upper}`} d="M0 5.500C8 5.5 11 7.2 15 9.7" />
      <circle className={`strand__dot strand__dot--${upper}`} cx="16" cy="10" r="4" />
    </>
  );
}
