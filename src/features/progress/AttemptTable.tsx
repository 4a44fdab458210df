import './AttemptTable.css';
import { useState } from 'react';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { Attempt } from '../../domain/progress.ts';
import type { VerdictKind } from '../../domain/verdict.ts';
import { Button } from '../../ui/Button.tsx';
import type { IconName } from '../../ui/icons.ts';
import { formatMoment, formatRelativeDay } from '../../ui/relative-day.ts';
import { StateLabel, type StateTone } from '../../ui/StateLabel.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { words } from './words.ts';

interface AttemptTableProps {
  /** Newest first. */
  readonly attempts: readonly Attempt[];
  readonly titleOf: (slug: string) => string | null;
  readonly paths: AppPaths;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const pageSize = 20;

export function AttemptTable({ attempts, titleOf, paths, now }: AttemptTableProps) {
  const [shown, setShown] = useState(pageSize);
  const rest = attempts.length - shown;
  return (
    <>
      <table className="attempt-table">
        <caption>
          <VisuallyHidden>{words.attemptsCaption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.challenge}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col" className="attempt-table__optional">
              {words.tests}
            </th>
            <th scope="col">{words.when}</th>
            <th scope="col" className="attempt-table__took attempt-table__optional">
              {words.took}
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.slice(0, shown).map((attempt) => (
            <tr key={attempt.id}>
              <td>
                <Title slug={attempt.slug} title={titleOf(attempt.slug)} paths={paths} />{' '}
                <span className="attempt-table__mode">{words.modes[attempt.mode]}</span>
              </td>
              <td>
                <StateLabel {...looks[attempt.verdict]} word={words.verdicts[attempt.verdict]} />
              </td>
              <td className="num attempt-table__optional">
                {attempt.total === 0 ? words.noTests : words.of(attempt.passed, attempt.total)}
              </td>
              <td>
                <time
                  dateTime={new Date(attempt.startedAt).toISOString()}
                  title={formatMoment(attempt.startedAt)}
                >
                  {formatRelativeDay(attempt.startedAt, now)}
                </time>
              </td>
              <td className="num attempt-table__took attempt-table__optional">
                {words.seconds(attempt.seconds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p className="attempt-table__more">
          <Button onClick={() => setShown(shown + 5 * pageSize)}>
            {words.showMore(Math.min(rest, 5 * pageSize))}
          </Button>
        </p>
      )}
    </>
  );
}

interface TitleProps {
  readonly slug: string;
  /** Null for a challenge that is no longer in the catalogue: its attempts stay. */
  readonly title: string | null;
  readonly paths: AppPaths;
}

function Title({ slug, title, paths }: TitleProps) {
  return title === null ? <code>{slug}</code> : <a href={paths.challenge(slug)}>{title}</a>;
}

const looks: Record<VerdictKind, { tone: StateTone; icon: IconName }> = {
  passed: { tone: 'pass', icon: 'pass' },
  failed: { tone: 'fail', icon: 'fail' },
  'broken-code': { tone: 'fail', icon: 'error' },
  'timed-out': { tone: 'warn', icon: 'clock' },
  'out-of-memory': { tone: 'warn', icon: 'warning' },
  cancelled: { tone: 'quiet', icon: 'stop' },
  crashed: { tone: 'warn', icon: 'warning' },
};
