/** The author's page: all folders, or the one that the address names after its #. */
import './author.css';
import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { AppPaths } from '../../src/domain/app-paths.ts';
import { SettingsControls } from '../../src/features/settings/SettingsControls.tsx';
import { useSettings } from '../../src/features/settings/use-settings.ts';
import type { LearnerStore } from '../../src/storage/learner-store.ts';
import { Banner } from '../../src/ui/Banner.tsx';
import { Button } from '../../src/ui/Button.tsx';
import { SiteHeader } from '../../src/ui/SiteHeader.tsx';
import { VisuallyHidden } from '../../src/ui/VisuallyHidden.tsx';
import type { AuthorState, AuthorStore } from './author-store.ts';
import { FolderDetail } from './FolderDetail.tsx';
import { FolderList } from './FolderList.tsx';
import { toStateLook } from './state-look.ts';
import { words } from './words.ts';

export interface AuthorPageProps {
  readonly store: AuthorStore;
  readonly settings: LearnerStore;
  readonly paths: AppPaths;
}

export function AuthorPage({ store, settings, paths }: AuthorPageProps) {
  const state = useStore(store.state);
  const shown = useSettings(settings);
  const slug = useSyncExternalStore(watchHash, readHash);
  useEffect(() => store.connect(), [store]);
  useEffect(() => store.show(slug), [store, slug]);

  return (
    <>
      <SiteHeader paths={paths} current="author" end={<SettingsControls state={shown} />} />
      <main className="page author" id="main" tabIndex={-1}>
        <p role="status" className="author__live">
          <VisuallyHidden>{announce(state)}</VisuallyHidden>
        </p>
        {state.connection === 'lost' && <Banner kind="warn">{words.lost}</Banner>}
        {state.failure !== null && (
          <Banner kind="fail" title={words.failureTitle}>
            {state.failure}
          </Banner>
        )}
        <Toolbar state={state} store={store} isDetail={slug !== null} />
        <Body state={state} store={store} slug={slug} paths={paths} />
      </main>
    </>
  );
}

interface BodyProps {
  readonly state: AuthorState;
  readonly store: AuthorStore;
  readonly slug: string | null;
  readonly paths: AppPaths;
}

function Body({ state, store, slug, paths }: BodyProps) {
  if (state.catalog === null) return <p className="author__note">{words.loading}</p>;
  if (slug === null) return <FolderList state={state} />;
  const item = state.folders.find(({ folder }) => folder.slug === slug);
  if (item === undefined) return <p className="author__note">{words.unknown(slug)}</p>;
  return (
    <FolderDetail
      key={slug}
      item={item}
      catalog={state.catalog}
      isStopped={state.isStopped}
      paths={paths}
      onCheckAnew={() => store.checkAnew(slug)}
    />
  );
}

interface ToolbarProps {
  readonly state: AuthorState;
  readonly store: AuthorStore;
  readonly isDetail: boolean;
}

/** What concerns all folders: how they stand together, the way back, the stop. */
function Toolbar({ state, store, isDetail }: ToolbarProps) {
  const count = (...kinds: readonly string[]) =>
    state.folders.filter(({ gate }) => kinds.includes(gate.kind)).length;
  const isBusy = count('waiting', 'running') > 0;
  const [first, ...more] = state.lastSaved;
  return (
    <div className="author__bar">
      {isDetail && <a href="#/">{words.back}</a>}
      <p className="author__summary num">
        {words.summary(count('passes'), count('broken', 'problems', 'failed'), count('waiting', 'running'))}
      </p>
      {first !== undefined && <p className="author__saved">{words.saved(first, more.length)}</p>}
      {state.isStopped ? (
        <Button icon="play" onClick={store.goOn}>
          {words.goOn}
        </Button>
      ) : (
        <Button icon="stop" onClick={store.stop} disabled={!isBusy}>
          {words.stop}
        </Button>
      )}
    </div>
  );
}

/** For screen readers: how the challenge in view ended, or all of them; not every run. */
function announce(state: AuthorState): string {
  if (state.isStopped) return words.stoppedNote;
  const inView = state.folders.find(({ folder }) => folder.slug === state.inView);
  if (inView !== undefined) {
    const { gate, folder } = inView;
    if (gate.kind === 'running' || gate.kind === 'waiting') return '';
    return words.announce(folder.title ?? folder.slug, toStateLook(gate, false).word);
  }
  const isOpen = state.folders.some(({ gate }) => gate.kind === 'waiting' || gate.kind === 'running');
  if (isOpen || state.folders.length === 0) return '';
  const passes = state.folders.filter(({ gate }) => gate.kind === 'passes').length;
  return words.summary(passes, state.folders.length - passes, 0);
}

function watchHash(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

function readHash(): string | null {
  const hash = location.hash.slice(1);
  // No folder's name holds a slash, so "#/" leads back to the list.
  return hash === '' || hash === '/' ? null : decodeURIComponent(hash);
}
