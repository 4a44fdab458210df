import type { AppPaths } from '../domain/app-paths.ts';
import type { Catalog } from '../domain/challenge.ts';
import { ProgressView } from '../features/progress/ProgressView.tsx';
import { SettingsControls } from '../features/settings/SettingsControls.tsx';
import { useSettings } from '../features/settings/use-settings.ts';
import { UpdateBanner } from '../features/updates/UpdateBanner.tsx';
import { SiteHeader } from '../ui/SiteHeader.tsx';
import type { PageServices } from './page-services.ts';

interface ProgressPageProps {
  readonly catalog: Catalog;
  readonly services: PageServices;
  readonly paths: AppPaths;
}

export function ProgressPage({ catalog, services, paths }: ProgressPageProps) {
  const settings = useSettings(services.store);
  return (
    <>
      <SiteHeader paths={paths} current="progress" end={<SettingsControls state={settings} />} />
      <UpdateBanner updates={services.updates} />
      <main className="page" id="main" tabIndex={-1}>
        <ProgressView catalog={catalog} store={services.store} now={services.now} paths={paths} />
      </main>
    </>
  );
}
