import './DifficultyMark.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import { words } from './words.ts';

const bars = [1, 2, 3, 4, 5] as const;

/** Five bars and the number: 1 is a warm-up, 5 is for experts. */
export function DifficultyMark({ level }: { readonly level: 1 | 2 | 3 | 4 | 5 }) {
  return (
    <span className="difficulty-mark">
      <svg viewBox="0 0 26 12" aria-hidden="true" focusable="false">
        {bars.map((bar) => {
          const x = (bar - 1) * 5 + 0.5;
          return bar <= level ? (
            <rect key={bar} className="difficulty-mark__on" x={x} y="1" width="3" height="10" />
          ) : (
            <rect key={bar} className="difficulty-mark__off" x={x} y="1.5" width="3" height="9" />
          );
        })}
      </svg>
      <span aria-hidden="true" className="num">
        {level}
      </span>
      <VisuallyHidden>{words.difficulty(level)}</VisuallyHidden>
    </span>
  );
}
