import './CatalogShelf.css';
import { memo } from 'react';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { EngineCapabilities } from '../../domain/capabilities.ts';
import type { CatalogEntry, Track } from '../../domain/challenge.ts';
import type { ProgressState } from '../../domain/progress.ts';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { toStrandTiles, toThreadTail } from '../../ui/strands.ts';
import { CatalogEntryItem } from './CatalogEntryItem.tsx';
import { words } from './words.ts';

interface CatalogShelfProps {
  readonly track: Track;
  /** What the filter lets through, in learning order. */
  readonly shown: readonly CatalogEntry[];
  /** All of the track, for its sum. */
  readonly all: readonly CatalogEntry[];
  readonly paths: AppPaths;
  readonly stateOf: (slug: string) => ProgressState;
  readonly capabilities: EngineCapabilities;
}

/** Drawn again only when it changes: each key typed into the search draws the page. */
export const CatalogShelf = memo(function CatalogShelf(props: CatalogShelfProps) {
  const { track, shown, all, paths, stateOf, capabilities } = props;
  const states = shown.map((entry) => stateOf(entry.slug));
  const tiles = toStrandTiles(states);
  const solved = all.filter((entry) => stateOf(entry.slug) === 'solved').length;
  const minutes = all.reduce((sum, entry) => sum + entry.minutes, 0);
  const headingId = `track-${track.slug}`;
  return (
    <section className="catalog-shelf" id={track.slug} aria-labelledby={headingId}>
      <header>
        <h2 id={headingId}>
          <a href={paths.track(track.slug)}>{track.title}</a>
        </h2>
        <p>
          <InlineCode text={track.summary} />
        </p>
        <p className="catalog-shelf__sum num">
          {words.solvedOf(solved, all.length)} · {words.hours(minutes)}
        </p>
      </header>
      {/* Safari forgets that a list without bullets is a list, unless told. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
      <ol className="catalog-shelf__entries list-plain" role="list">
        {shown.map((entry, index) => {
          const state = states[index] ?? 'new';
          return (
            <CatalogEntryItem
              key={entry.slug}
              entry={entry}
              href={paths.challenge(entry.slug)}
              state={state}
              upper={tiles[index]?.upper ?? 'a'}
              tail={toThreadTail(state, states[index + 1])}
              capabilities={capabilities}
            />
          );
        })}
      </ol>
    </section>
  );
});
