import './Icon.css';
import { type IconName, type IconShape, icons } from './icons.ts';

interface IconProps {
  readonly name: IconName;
  /** Spoken instead of the drawing. Leave it out where a word stands beside the icon. */
  readonly label?: string;
  readonly className?: string;
}

/** Sized by the font: 1rem unless CSS sets `--icon-size`. */
export function Icon({ name, label, className }: IconProps) {
  const shape: IconShape = icons[name];
  return (
    <svg
      viewBox="0 0 16 16"
      className={['icon', `icon--${name}`, className].filter(Boolean).join(' ')}
      focusable="false"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {shape.behind !== undefined && <path className="icon__behind" d={shape.behind} />}
      {shape.fills !== undefined && <path className="icon__fill" d={shape.fills} />}
      {shape.strokes !== undefined && (
        <path
          className="icon__stroke"
          d={shape.strokes}
          strokeDasharray={shape.dashes}
          strokeWidth={shape.strokeWidth}
        />
      )}
    </svg>
  );
}
