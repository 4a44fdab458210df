/** What a program has printed and what was typed into it, as it would stand in a terminal. */
import { memo, useLayoutEffect, useRef } from 'react';
import type { OutputPiece } from '../../domain/program-run.ts';
import { findPlaces } from './find-places.ts';
import type { GoToLine } from './go-to-line.ts';
import { programWords } from './program-words.ts';
import { SafeText } from './SafeText.tsx';

interface ProgramOutputProps {
  readonly output: readonly OutputPiece[];
  readonly label: string;
  readonly onGoToLine: GoToLine;
}

/** Pixels from the end that still count as being at the end. */
const nearEnd = 40;

export function ProgramOutput({ output, label, onGoToLine }: ProgramOutputProps) {
  const box = useRef<HTMLPreElement>(null);
  const isAtEnd = useRef(true);

  // Whoever reads further up is left there.
  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null && output.length > 0 && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [output]);

  const keepPlace = () => {
    const element = box.current;
    if (element === null) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: text that scrolls is no set of form fields.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it.
    <pre ref={box} className="output" tabIndex={0} role="group" aria-label={label} onScroll={keepPlace}>
      {output.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: output only ever grows at its end.
        <Piece key={index} piece={piece} onGoToLine={onGoToLine} />
      ))}
    </pre>
  );
}

const Piece = memo(function Piece({
  piece,
  onGoToLine,
}: {
  readonly piece: OutputPiece;
  readonly onGoToLine: GoToLine;
}) {
  const parts = piece.stream === 'stderr' ? findPlaces(piece.text) : [{ text: piece.text, place: null }];
  return (
    <span className={`output__${piece.stream}`}>
      {parts.map(({ text, place }, index) =>
        place !== null && onGoToLine.canOpen(place.file) ? (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
            key={index}
            type="button"
            className="output__place"
            aria-label={programWords.goTo(place.file, place.line)}
            onClick={() => onGoToLine(place.file, place.line, null)}
          >
            {text}
          </button>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
          <SafeText key={index} text={text} />
        ),
      )}
    </span>
  );
});
