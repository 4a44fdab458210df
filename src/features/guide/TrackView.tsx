import './Ways.css';
import type { AppPaths } from '../../domain/app-paths.ts';
import { toShelves } from '../../domain/catalog-shelves.ts';
import type { Catalog } from '../../domain/challenge.ts';
import type { Guide } from '../../domain/guide.ts';
import type { ChallengeProgress } from '../../domain/progress.ts';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { Prose } from '../../ui/Prose.tsx';
import { StepList } from './StepList.tsx';
import { toWalk } from './steps.ts';
import { WalkSum } from './WalkSum.tsx';
import { words } from './words.ts';

interface TrackViewProps {
  readonly slug: string;
  readonly catalog: Catalog;
  readonly guide: Guide;
  readonly progress: ReadonlyMap<string, ChallengeProgress>;
  readonly paths: AppPaths;
}

/** One track with its introduction. */
export function TrackView({ slug, catalog, guide, progress, paths }: TrackViewProps) {
  const shelf = toShelves(catalog.tracks, catalog.entries).find((item) => item.track.slug === slug);
  if (shelf === undefined) {
    return (
      <article className="way">
        <h1>{words.trackMissing}</h1>
        <p className="way__summary">{words.trackMissingText}</p>
        <p className="way__foot">
          <a href={paths.home()}>{words.toCatalog}</a>
        </p>
      </article>
    );
  }
  const walk = toWalk(shelf.entries, progress);
  const introduction = guide.introductions[slug];
  return (
    <article className="way">
      <p className="way__label">{words.trackLabel}</p>
      <h1>{shelf.track.title}</h1>
      <p className="way__summary">
        <InlineCode text={shelf.track.summary} />
      </p>
      {introduction !== undefined && (
        <div className="way__introduction">
          <Prose html={introduction} />
        </div>
      )}
      <WalkSum walk={walk} paths={paths} isMain={true} />
      <section aria-label={words.trackSteps}>
        <StepList steps={walk.steps} paths={paths} level={1} />
      </section>
      <p className="way__foot">
        <a href={paths.home()}>{words.otherTracks}</a>
      </p>
    </article>
  );
}
