/** What a test printed, folded, with a count of what was left out. */
import type { Capture } from '../../domain/report.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { FoldedLines } from './FoldedLines.tsx';
import { foldLines } from './show-text.ts';
import { words } from './words.ts';

interface CapturedOutputProps {
  readonly title: string;
  readonly capture: Capture;
  readonly isOpen?: boolean;
}

export function CapturedOutput({ title, capture, isOpen = false }: CapturedOutputProps) {
  if (capture.total === 0 && capture.text === '') return null;
  const name = words.capture.lines(title, foldLines(capture.text, 0).total);
  return (
    <Disclosure summary={name} isOpenAtFirst={isOpen}>
      <FoldedLines text={capture.text} label={title} />
      {capture.dropped > 0 && <p className="said__dropped">{words.capture.dropped(capture.dropped)}</p>}
    </Disclosure>
  );
}
