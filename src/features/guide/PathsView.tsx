import './Ways.css';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { Catalog } from '../../domain/challenge.ts';
import type { Guide } from '../../domain/guide.ts';
import type { ChallengeProgress } from '../../domain/progress.ts';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { StepList } from './StepList.tsx';
import { toWalk } from './steps.ts';
import { useArrival } from './use-arrival.ts';
import { WalkSum } from './WalkSum.tsx';
import { words } from './words.ts';

interface PathsViewProps {
  readonly catalog: Catalog;
  readonly guide: Guide;
  readonly progress: ReadonlyMap<string, ChallengeProgress>;
  readonly paths: AppPaths;
}

/** Every learning path with its steps. */
export function PathsView({ catalog, guide, progress, paths }: PathsViewProps) {
  useArrival();
  const bySlug = new Map(catalog.entries.map((entry) => [entry.slug, entry]));
  return (
    <div className="way way__list">
      <h1>{words.pathsTitle}</h1>
      <p className="way__summary">{words.pathsIntro(guide.paths.length)}</p>
      {guide.paths.map((path) => {
        const walk = toWalk(
          path.challenges.flatMap((slug) => bySlug.get(slug) ?? []),
          progress,
        );
        return (
          <section key={path.slug} aria-labelledby={path.slug}>
            <h2 id={path.slug}>{path.title}</h2>
            <p>
              <InlineCode text={path.summary} />
            </p>
            <WalkSum walk={walk} paths={paths} isMain={false} />
            <StepList steps={walk.steps} paths={paths} level={2} />
          </section>
        );
      })}
    </div>
  );
}
