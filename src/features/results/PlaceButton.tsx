/** A place in a file: a button where the page can show it, plain text where it cannot. */
import type { GoToLine } from './go-to-line.ts';

interface PlaceButtonProps {
  readonly file: string;
  readonly line: number;
  readonly column: number | null;
  readonly onGoToLine: GoToLine;
}

export function PlaceButton({ file, line, column, onGoToLine }: PlaceButtonProps) {
  const text = `${file}:${line}`;
  if (!onGoToLine.canOpen(file)) return <b>{text}</b>;
  return (
    <button type="button" className="frames__place" onClick={() => onGoToLine(file, line, column)}>
      {text}
    </button>
  );
}
