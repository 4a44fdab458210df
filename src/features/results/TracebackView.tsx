/** A traceback folded to the frames of the learner's own code; the whole of it is one click further. */
import type { Failure, Frame } from '../../domain/report.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { FoldedLines } from './FoldedLines.tsx';
import type { GoToLine } from './go-to-line.ts';
import { PlaceButton } from './PlaceButton.tsx';
import { SafeText } from './SafeText.tsx';
import { words } from './words.ts';

interface TracebackViewProps {
  readonly failure: Pick<Failure, 'frames' | 'foldedFrames' | 'traceback' | 'type' | 'message'>;
  readonly onGoToLine: GoToLine;
}

export function TracebackView({ failure, onGoToLine }: TracebackViewProps) {
  const own = failure.frames.filter((frame) => frame.origin === 'learner' || frame.origin === 'given');
  const folded = failure.foldedFrames + failure.frames.length - own.length;
  if (own.length === 0) {
    if (failure.traceback === '') return null;
    return (
      <Disclosure summary={words.traceback.full}>
        <FoldedLines text={failure.traceback} label={words.traceback.full} />
      </Disclosure>
    );
  }
  return (
    <Disclosure summary={words.traceback.title(own.length, folded)}>
      <ol className="frames">
        {own.map((frame, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: recursion repeats frames, and their order is fixed.
          <li key={index}>
            <FrameView frame={frame} onGoToLine={onGoToLine} />
          </li>
        ))}
      </ol>
      <p className="frames__end">
        <em>{failure.type}</em>
        {failure.message !== '' && (
          <>
            : <SafeText text={failure.message.split('\n')[0] ?? ''} />
          </>
        )}
      </p>
      {failure.traceback !== '' && (
        <Disclosure summary={words.traceback.full}>
          <FoldedLines text={failure.traceback} label={words.traceback.full} />
        </Disclosure>
      )}
    </Disclosure>
  );
}

function FrameView({ frame, onGoToLine }: { readonly frame: Frame; readonly onGoToLine: GoToLine }) {
  return (
    <>
      <PlaceButton file={frame.file} line={frame.line} column={frame.column} onGoToLine={onGoToLine} />{' '}
      {words.traceback.inFunction(frame.function)}
      <pre>
        <SafeText text={frame.source.trim()} />
      </pre>
    </>
  );
}
