/** Python's warnings of a test or a run, with the line they come from. */
import type { RunWarning } from '../../domain/report.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import type { GoToLine } from './go-to-line.ts';
import { PlaceButton } from './PlaceButton.tsx';
import { SafeText } from './SafeText.tsx';
import { words } from './words.ts';

interface WarningListProps {
  readonly warnings: readonly RunWarning[];
  readonly onGoToLine: GoToLine;
}

export function WarningList({ warnings, onGoToLine }: WarningListProps) {
  if (warnings.length === 0) return null;
  return (
    <Disclosure summary={words.warnings(warnings.length)}>
      <ul className="warnings">
        {warnings.map((warning, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same warning may come twice, in fixed order.
          <li key={index}>
            <b>{warning.category}</b>: <SafeText text={warning.message} />{' '}
            <PlaceButton file={warning.file} line={warning.line} column={null} onGoToLine={onGoToLine} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
