import './CatalogMasthead.css';
import { type CSSProperties, memo } from 'react';
import type { Shelf } from '../../domain/catalog-shelves.ts';
import type { SiteWords } from '../../domain/challenge.ts';
import type { ProgressState } from '../../domain/progress.ts';
import { Braid } from '../../ui/Braid.tsx';
import { words } from './words.ts';

interface CatalogMastheadProps {
  readonly site: SiteWords | undefined;
  readonly shelves: readonly Shelf[];
  readonly stateOf: (slug: string) => ProgressState;
}

/** Below twelve pixels a tile blurs: with more challenges than this the numbers have to do. */
const mostDrawn = 100;

export const CatalogMasthead = memo(function CatalogMasthead(props: CatalogMastheadProps) {
  const { site, shelves, stateOf } = props;
  const slugs = shelves.flatMap((shelf) => shelf.entries.map((entry) => entry.slug));
  const total = slugs.length;
  const solved = slugs.filter((slug) => stateOf(slug) === 'solved').length;
  return (
    <div className="catalog-masthead">
      <div>
        <h1>{site?.title ?? words.title}</h1>
        <p>{site?.intro ?? words.intro(total)}</p>
      </div>
      {total > 0 && <p className="catalog-masthead__sum num">{words.solvedOf(solved, total)}</p>}
      {total > 0 && total <= mostDrawn && (
        <div className="catalog-masthead__cloth" role="img" aria-label={words.clothLabel(solved, total)}>
          {shelves.map(({ track, entries }) => (
            <span
              key={track.slug}
              title={track.title}
              style={{ '--catalog-count': entries.length } as CSSProperties}
            >
              <Braid tile="fluid" states={entries.map((entry) => stateOf(entry.slug))} />
            </span>
          ))}
        </div>
      )}
    </div>
  );
});
