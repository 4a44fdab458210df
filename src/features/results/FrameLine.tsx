/** One line of code with its number, and a way to it. */
import './at-line.css';
import { useId } from 'react';
import type { Frame } from '../../domain/report.ts';
import { Button } from '../../ui/Button.tsx';
import type { GoToLine } from './go-to-line.ts';
import { SafeText } from './SafeText.tsx';
import { words } from './words.ts';

interface FrameLineProps {
  readonly title: string;
  readonly frame: Frame;
  readonly tone: 'fail' | 'warn' | 'quiet';
  readonly onGoToLine: GoToLine;
}

export function FrameLine({ title, frame, tone, onGoToLine }: FrameLineProps) {
  const id = useId();
  return (
    <div>
      <h4 id={id}>{title}</h4>
      <div className={`at-line at-line--${tone}`}>
        <span className="num">{frame.line}</span>
        <code>
          <SafeText text={frame.source.trim()} />
        </code>
        {onGoToLine.canOpen(frame.file) && (
          <Button
            aria-label={words.goToLineNumber(frame.line)}
            onClick={() => onGoToLine(frame.file, frame.line, frame.column)}
          >
            {words.goToLine}
          </Button>
        )}
      </div>
    </div>
  );
}
