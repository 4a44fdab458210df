/** Many lines of text, the first twelve at once and the rest on demand, so that nothing freezes. */
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { SafeText } from './SafeText.tsx';
import { foldLines } from './show-text.ts';
import { words } from './words.ts';

const linesAtFirst = 12;
const linesPerStep = 1000;

interface FoldedLinesProps {
  readonly text: string;
  readonly label: string;
}

export function FoldedLines({ text, label }: FoldedLinesProps) {
  const [limit, setLimit] = useState(linesAtFirst);
  const { lines, hidden, total } = foldLines(text, limit);
  const next = Math.min(hidden, linesPerStep);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: text that scrolls is no set of form fields. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard has to reach it. */}
      <pre className="said" tabIndex={0} role="group" aria-label={label}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never change places.
          <span key={index} className="said__line">
            <SafeText text={line} />
            {'\n'}
          </span>
        ))}
      </pre>
      {hidden > 0 && (
        <Button kind="bare" className="said__more" onClick={() => setLimit(limit + next)}>
          {next === hidden ? words.capture.showAll(total) : words.capture.showMore(next)}
        </Button>
      )}
    </>
  );
}
