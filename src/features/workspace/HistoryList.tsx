/** Kept copies as one choice out of many: the arrow keys walk through them. */
import { useId } from 'react';
import type { HistoryEntry } from '../../domain/history.ts';
import { formatMoment, formatRelativeMoment } from '../../ui/relative-day.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { words } from './words.ts';

interface HistoryListProps {
  readonly entries: readonly HistoryEntry[];
  readonly chosen: HistoryEntry;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly onChoose: (snapshotId: string) => void;
}

export function HistoryList({ entries, chosen, now, onChoose }: HistoryListProps) {
  const name = useId();
  return (
    <fieldset className="history__list">
      <legend>
        <VisuallyHidden>{words.history.list}</VisuallyHidden>
      </legend>
      {entries.map(({ snapshot, attempt }) => (
        <label key={snapshot.id} className="history__entry">
          <input
            type="radio"
            name={name}
            checked={snapshot.id === chosen.snapshot.id}
            onChange={() => onChoose(snapshot.id)}
          />
          <span>
            <time dateTime={new Date(snapshot.takenAt).toISOString()} title={formatMoment(snapshot.takenAt)}>
              {formatRelativeMoment(snapshot.takenAt, now)}
            </time>
            <span className="history__why num">
              {words.history.reasons[snapshot.reason]}
              {attempt !== null && `: ${toResult(attempt)}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function toResult({ verdict, passed, total }: NonNullable<HistoryEntry['attempt']>): string {
  const isCounted = (verdict === 'passed' || verdict === 'failed') && total > 0;
  return isCounted ? words.history.passed(passed, total) : words.history.endings[verdict];
}
