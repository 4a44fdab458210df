import type { AppPaths } from '../domain/app-paths.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Catalog } from '../domain/challenge.ts';
import type { Guide } from '../domain/guide.ts';
import { GlossaryView } from '../features/guide/GlossaryView.tsx';
import { PathsView } from '../features/guide/PathsView.tsx';
import { TrackView } from '../features/guide/TrackView.tsx';
import { useProgress } from '../features/progress/use-progress.ts';
import { SettingsControls } from '../features/settings/SettingsControls.tsx';
import { useSettings } from '../features/settings/use-settings.ts';
import { UpdateBanner } from '../features/updates/UpdateBanner.tsx';
import { SiteHeader } from '../ui/SiteHeader.tsx';
import type { PageServices } from './page-services.ts';

export type GuidePlace =
  | { readonly page: 'track'; readonly slug: string }
  | { readonly page: 'paths' }
  | { readonly page: 'glossary' };

interface GuidePageProps {
  readonly place: GuidePlace;
  readonly catalog: Catalog;
  readonly guide: Guide;
  readonly services: PageServices;
  readonly paths: AppPaths;
}

/** What stands around the challenges: a track, the learning paths, the glossary. */
export function GuidePage(props: GuidePageProps) {
  const { place, services, paths } = props;
  const settings = useSettings(services.store);
  const current = place.page === 'track' ? null : place.page;
  return (
    <>
      <SiteHeader paths={paths} current={current} end={<SettingsControls state={settings} />} />
      <UpdateBanner updates={services.updates} />
      <main className="page" id="main" tabIndex={-1}>
        <GuideContent {...props} />
      </main>
    </>
  );
}

function GuideContent({ place, catalog, guide, services, paths }: GuidePageProps) {
  const progress = useProgress(services.store, null);
  const shared = { catalog, guide, progress, paths };
  switch (place.page) {
    case 'track':
      return <TrackView slug={place.slug} {...shared} />;
    case 'paths':
      return <PathsView {...shared} />;
    case 'glossary':
      return <GlossaryView catalog={catalog} guide={guide} paths={paths} />;
    default:
      return assertNever(place);
  }
}
