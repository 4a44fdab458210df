/** Text from outside: isolated from the direction of the page, with marks for what could not be seen. */
import './program-text.css';
import { Fragment } from 'react';
import { toPieces } from './show-text.ts';
import { words } from './words.ts';

/** Characters of one line that are drawn; browsers slow down on longer ones. */
const longestLine = 4000;

export function SafeText({ text }: { readonly text: string }) {
  const shown = text.length > longestLine && !text.includes('\n') ? text.slice(0, longestLine) : text;
  const pieces = toPieces(shown);
  return (
    <bdi className="safe-text">
      {pieces.map((piece, index) =>
        piece.isMark ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places.
          <span key={index} className="safe-text__mark">
            {piece.text}
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places.
          <Fragment key={index}>{piece.text}</Fragment>
        ),
      )}
      {shown !== text && (
        <span className="safe-text__mark">{words.capture.cutLine(text.length - shown.length)}</span>
      )}
    </bdi>
  );
}
