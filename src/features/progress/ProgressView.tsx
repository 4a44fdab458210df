import './ProgressView.css';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { AppPaths } from '../../domain/app-paths.ts';
import { toShelves } from '../../domain/catalog-shelves.ts';
import type { Catalog } from '../../domain/challenge.ts';
import { sumActiveSeconds, toPractice } from '../../domain/practice.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { AttemptTable } from './AttemptTable.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { FourWeeks } from './FourWeeks.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { KeepSection } from './KeepSection.tsx';
import { createProgressStore } from './progress-store.ts';
import { TrackTable } from './TrackTable.tsx';
import { words } from './words.ts';

interface ProgressViewProps {
  readonly catalog: Catalog;
  readonly store: LearnerStore;
  readonly now: () => number;
  readonly paths: AppPaths;
}

export function ProgressView({ catalog, store, now, paths }: ProgressViewProps) {
  const [progressStore] = useState(() => createProgressStore(store));
  const state = useStore(progressStore);
  useEffect(() => progressStore.getState().connect(), [progressStore]);

  const { progress, attempts, loading } = state;
  const shelves = useMemo(() => toShelves(catalog.tracks, catalog.entries), [catalog]);
  const titles = useMemo(
    () => new Map(catalog.entries.map((entry) => [entry.slug, entry.title.replaceAll('`', '')])),
    [catalog],
  );
  const titleOf = (slug: string) => titles.get(slug) ?? null;
  const solved = [...progress.values()].filter((item) => item.solvedAt !== null).length;

  return (
    <>
      <div className="progress-view__masthead">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {loading === 'failed' && <Banner kind="fail">{words.loadFailed}</Banner>}
      <div className="progress-view" aria-busy={loading === 'loading'}>
        <section aria-labelledby="progress-tracks">
          <h2 id="progress-tracks">{words.tracks}</h2>
          <TrackTable shelves={shelves} progress={progress} paths={paths} />
        </section>
        <div className="progress-view__side">
          <section aria-labelledby="progress-weeks">
            <h2 id="progress-weeks">{words.weeks}</h2>
            <FourWeeks
              practice={toPractice(attempts, now())}
              activeSeconds={sumActiveSeconds(progress.values())}
              solved={solved}
            />
          </section>
          <section aria-labelledby="progress-keep">
            <h2 id="progress-keep">{words.keep}</h2>
            <KeepSection state={state} status={store.status} now={now} />
          </section>
        </div>
        <section aria-labelledby="progress-attempts">
          <h2 id="progress-attempts">{words.attempts}</h2>
          {attempts.length > 0 && (
            <AttemptTable attempts={attempts} titleOf={titleOf} paths={paths} now={now()} />
          )}
          {attempts.length === 0 && loading === 'loaded' && (
            <div className="progress-view__empty">
              <p>{words.noAttempts}</p>
              <ButtonLink href={paths.home()}>{words.toCatalog}</ButtonLink>
            </div>
          )}
        </section>
      </div>
      <ImportDialog state={state} titleOf={titleOf} />
      <EraseDialog state={state} />
    </>
  );
}
