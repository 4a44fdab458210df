import './StepList.css';
import type { AppPaths } from '../../domain/app-paths.ts';
import { DifficultyMark } from '../../ui/DifficultyMark.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { StateOfChallenge } from '../../ui/StateOfChallenge.tsx';
import type { Step } from './steps.ts';
import { words } from './words.ts';

interface StepListProps {
  readonly steps: readonly Step[];
  readonly paths: AppPaths;
  /** Below a heading of this level. */
  readonly level: 1 | 2;
}

/** Challenges in the order in which to solve them. */
export function StepList({ steps, paths, level }: StepListProps) {
  const Heading = level === 1 ? 'h2' : 'h3';
  return (
    <ol className="step-list">
      {steps.map(({ entry, state }) => (
        <li key={entry.slug}>
          <div>
            <Heading>
              <a href={paths.challenge(entry.slug)}>
                <InlineCode text={entry.title} />
              </a>
            </Heading>
            <p>
              <InlineCode text={entry.summary} />
            </p>
          </div>
          <div className="step-list__facts">
            <StateOfChallenge state={state} />
            <DifficultyMark level={entry.difficulty} />
            <span className="num">{words.minutes(entry.minutes)}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
