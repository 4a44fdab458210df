import './CatalogView.css';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { EngineCapabilities } from '../../domain/capabilities.ts';
import { buildSearchRows, filterRows, isFiltering } from '../../domain/catalog-filter.ts';
import { findComingTracks, findNextStep, toShelves } from '../../domain/catalog-shelves.ts';
import type { Catalog } from '../../domain/challenge.ts';
import { toProgressState } from '../../domain/progress.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Braid } from '../../ui/Braid.tsx';
import { Button } from '../../ui/Button.tsx';
import { BrokenFolders } from './BrokenFolders.tsx';
import { CatalogMasthead } from './CatalogMasthead.tsx';
import { CatalogShelf } from './CatalogShelf.tsx';
import { CatalogSieve } from './CatalogSieve.tsx';
import { ComingTracks } from './ComingTracks.tsx';
import { createCatalogStore } from './catalog-store.ts';
import { NextStepRow } from './NextStepRow.tsx';
import { words } from './words.ts';

interface CatalogViewProps {
  readonly catalog: Catalog;
  readonly store: LearnerStore;
  readonly now: () => number;
  readonly paths: AppPaths;
  /** What this browser can give to a challenge. */
  readonly capabilities: EngineCapabilities;
}

export function CatalogView({ catalog, store, now, paths, capabilities }: CatalogViewProps) {
  const [catalogStore] = useState(() => createCatalogStore(store, window));
  const { filter, progress, loading, change, clear } = useStore(catalogStore);
  useEffect(() => catalogStore.getState().connect(), [catalogStore]);

  // Typing stays quick while a long list follows.
  const shownFilter = useDeferredValue(filter);
  const stateOf = useMemo(() => (slug: string) => toProgressState(progress.get(slug)), [progress]);
  const shelves = useMemo(() => toShelves(catalog.tracks, catalog.entries), [catalog]);
  const rows = useMemo(
    () =>
      buildSearchRows(
        shelves.flatMap((shelf) => shelf.entries),
        catalog.tracks,
      ),
    [catalog, shelves],
  );
  const shown = useMemo(() => filterRows(rows, shownFilter, stateOf), [rows, shownFilter, stateOf]);
  const drawn = useDeferredValue(shown, shown.slice(0, firstScreens));
  const shownShelves = useMemo(() => toShelves(catalog.tracks, drawn), [catalog, drawn]);
  const allOf = useMemo(() => new Map(shelves.map((shelf) => [shelf.track.slug, shelf.entries])), [shelves]);
  useArrival(drawn === shown);

  const step = useMemo(
    () => (loading === 'loading' ? null : findNextStep(catalog, progress)),
    [loading, catalog, progress],
  );
  const coming = useMemo(() => findComingTracks(catalog), [catalog]);
  const total = catalog.entries.length;
  const isNarrowed = isFiltering(shownFilter);

  return (
    <>
      <CatalogMasthead site={catalog.site} shelves={shelves} stateOf={stateOf} />
      {loading === 'failed' && <Banner kind="warn">{words.loadFailed}</Banner>}
      {step !== null && (
        <NextStepRow step={step} progress={progress.get(step.entry.slug)} paths={paths} now={now()} />
      )}
      {step === null && loading === 'loaded' && total > 0 && <Banner kind="pass">{words.allDone}</Banner>}
      {total > 0 && (
        <CatalogSieve filter={filter} tracks={shelves.map((shelf) => shelf.track)} onChange={change} />
      )}
      <div className="catalog-view__found">
        <p role="status" className="num">
          {isNarrowed && words.found(shown.length, total)}
        </p>
        {isNarrowed && shown.length > 0 && <ClearButton onClear={clear} />}
      </div>
      {/* Until it is known what has been solved, a shelf would show the wrong state for a moment. */}
      <div className={loading === 'loading' ? 'catalog-view__shelves--waiting' : undefined}>
        {shownShelves.map((shelf) => (
          <CatalogShelf
            key={shelf.track.slug}
            track={shelf.track}
            shown={shelf.entries}
            all={allOf.get(shelf.track.slug) ?? shelf.entries}
            paths={paths}
            stateOf={stateOf}
            capabilities={capabilities}
          />
        ))}
      </div>
      {shown.length === 0 && total > 0 && (
        <EmptyShelf title={words.nothingTitle} text={words.nothing}>
          <ClearButton onClear={clear} />
        </EmptyShelf>
      )}
      {total === 0 && <EmptyShelf title={words.emptyTitle} text={words.empty} />}
      {!isNarrowed && coming.length > 0 && <ComingTracks tracks={coming} />}
      {catalog.broken.length > 0 && <BrokenFolders broken={catalog.broken} />}
    </>
  );
}

function ClearButton({ onClear }: { readonly onClear: () => void }) {
  return (
    <Button icon="close" onClick={onClear}>
      {words.clear}
    </Button>
  );
}

interface EmptyShelfProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** Two loose threads and a way out. */
function EmptyShelf({ title, text, children }: EmptyShelfProps) {
  return (
    <div className="catalog-view__empty">
      <Braid states={['new', 'new', 'new', 'new', 'new', 'new', 'new', 'new']} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** Drawn at once; what lies below follows in pieces that let the page answer in between. */
const firstScreens = 60;

/** The shelves are drawn after the page has loaded, so a link to one (`#leaks`) is followed here, once. */
function useArrival(isDrawn: boolean): void {
  const hasArrived = useRef(false);
  useEffect(() => {
    if (!isDrawn || hasArrived.current) return;
    hasArrived.current = true;
    const slug = location.hash.slice(1);
    if (slug !== '') document.getElementById(slug)?.scrollIntoView();
  }, [isDrawn]);
}
