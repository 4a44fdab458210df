import './Thread.css';
import { Strand } from './Strand.tsx';
import type { StrandTile, ThreadTail } from './strands.ts';

interface ThreadProps {
  readonly tile: StrandTile;
  readonly tail: ThreadTail;
}

/** What an entry hangs from: its own tile, then the threads on to the next entry. */
export function Thread({ tile, tail }: ThreadProps) {
  const order = tile.upper === 'a' ? 'ba' : 'ab';
  return (
    <div className="thread" aria-hidden="true">
      {tile.state !== 'new' && <Strand tile={tile} />}
      <span
        className={
          tail === 'loose' ? 'thread__tail' : `thread__tail thread__tail--${order} thread__tail--${tail}`
        }
      />
    </div>
  );
}
