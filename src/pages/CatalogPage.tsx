import type { AppPaths } from '../domain/app-paths.ts';
import type { EngineCapabilities } from '../domain/capabilities.ts';
import type { Catalog } from '../domain/challenge.ts';
import { CatalogView } from '../features/catalog/CatalogView.tsx';
import { SettingsControls } from '../features/settings/SettingsControls.tsx';
import { useSettings } from '../features/settings/use-settings.ts';
import { UpdateBanner } from '../features/updates/UpdateBanner.tsx';
import { SiteHeader } from '../ui/SiteHeader.tsx';
import type { PageServices } from './page-services.ts';

interface CatalogPageProps {
  readonly catalog: Catalog;
  readonly services: PageServices & { readonly capabilities: EngineCapabilities };
  readonly paths: AppPaths;
}

export function CatalogPage({ catalog, services, paths }: CatalogPageProps) {
  const settings = useSettings(services.store);
  return (
    <>
      <SiteHeader paths={paths} current="catalog" end={<SettingsControls state={settings} />} />
      <UpdateBanner updates={services.updates} />
      <main className="page" id="main" tabIndex={-1}>
        <CatalogView
          catalog={catalog}
          store={services.store}
          now={services.now}
          paths={paths}
          capabilities={services.capabilities}
        />
      </main>
    </>
  );
}
