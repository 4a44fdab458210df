import './FourWeeks.css';
import type { Practice } from '../../domain/practice.ts';
import { Braid } from '../../ui/Braid.tsx';
import { words } from './words.ts';

interface FourWeeksProps {
  readonly practice: Practice;
  /** Seconds with challenge pages in front, ever. */
  readonly activeSeconds: number;
  readonly solved: number;
}

export function FourWeeks({ practice, activeSeconds, solved }: FourWeeksProps) {
  const figures = [
    [String(practice.daysPractised), words.daysPractised],
    [String(practice.runs), words.runs],
    [words.duration(activeSeconds), words.atKeyboard],
    [String(solved), words.solvedInAll],
  ] as const;
  return (
    <>
      <dl className="four-weeks num">
        {figures.map(([value, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Braid
        tile="fluid"
        states={practice.days.map((day) => (day ? 'solved' : 'new'))}
        label={words.daysLabel(practice.daysPractised)}
      />
      <p className="four-weeks__note">{words.dayOff}</p>
    </>
  );
}
