import './NextStepRow.css';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { NextStep } from '../../domain/catalog-shelves.ts';
import type { ChallengeProgress } from '../../domain/progress.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { formatRelativeDay } from '../../ui/relative-day.ts';
import { StateOfChallenge } from '../../ui/StateOfChallenge.tsx';
import { words } from './words.ts';

interface NextStepRowProps {
  readonly step: NextStep;
  readonly progress: ChallengeProgress | undefined;
  readonly paths: AppPaths;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function NextStepRow({ step, progress, paths, now }: NextStepRowProps) {
  const { kind, entry, shelf, position } = step;
  const href = paths.challenge(entry.slug);
  const facts = [words.place(shelf.track.title, position, shelf.entries.length)];
  if (progress !== undefined && kind === 'continue') {
    facts.push(formatRelativeDay(progress.lastSeenAt, now));
    if (progress.attempts > 0) facts.push(words.runs(progress.attempts));
    if (progress.lastTotal > 0) facts.push(words.lastResult(progress.lastPassed, progress.lastTotal));
  } else {
    facts.push(words.minutes(entry.minutes));
  }
  return (
    <section className="next-step" aria-labelledby="next-step-label">
      <p className="next-step__label" id="next-step-label">
        {words.stepLabel[kind]}
      </p>
      <div>
        <h2>
          <a href={href}>
            <InlineCode text={entry.title} />
          </a>
        </h2>
        <p>{facts.join(' · ')}</p>
      </div>
      <div className="next-step__actions">
        <StateOfChallenge state={kind === 'continue' ? 'started' : 'new'} />
        <ButtonLink kind="main" href={href} aria-label={`${words.stepAction[kind]}: ${entry.title}`}>
          {words.stepAction[kind]}
        </ButtonLink>
      </div>
    </section>
  );
}
