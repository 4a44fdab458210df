import type { AppPaths } from '../../domain/app-paths.ts';
import { Braid } from '../../ui/Braid.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import type { Walk } from './steps.ts';
import { words } from './words.ts';

interface WalkSumProps {
  readonly walk: Walk;
  readonly paths: AppPaths;
  /** Whether the next step is a button of the page's own colour; one at most on a page. */
  readonly isMain: boolean;
}

/** How far the learner has come on a way, and the next step. */
export function WalkSum({ walk, paths, isMain }: WalkSumProps) {
  const { steps, solved, minutes, next } = walk;
  const isBegun = steps.some((step) => step.state !== 'new');
  return (
    <div className="way__sum">
      <Braid states={steps.map((step) => step.state)} tile={24} />
      <span className="num">
        {words.solvedOf(solved, steps.length)} · {words.duration(minutes)}
      </span>
      {next !== null && (
        <ButtonLink {...(isMain ? { kind: 'main' as const } : {})} href={paths.challenge(next.entry.slug)}>
          {isBegun ? words.continueWith(next.entry.title) : words.beginWith(next.entry.title)}
        </ButtonLink>
      )}
    </div>
  );
}
