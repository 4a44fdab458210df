import './NotFoundPage.css';
import type { AppPaths } from '../domain/app-paths.ts';
import { SettingsControls } from '../features/settings/SettingsControls.tsx';
import { useSettings } from '../features/settings/use-settings.ts';
import { Braid } from '../ui/Braid.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { SiteHeader } from '../ui/SiteHeader.tsx';
import { notFoundWords as words } from './not-found-words.ts';
import type { PageServices } from './page-services.ts';

interface NotFoundPageProps {
  readonly services: PageServices;
  readonly paths: AppPaths;
}

export function NotFoundPage({ services, paths }: NotFoundPageProps) {
  const settings = useSettings(services.store);
  return (
    <>
      <SiteHeader paths={paths} current={null} end={<SettingsControls state={settings} />} />
      <main className="page not-found-page" id="main" tabIndex={-1}>
        <Braid states={['solved', 'solved', 'started', 'new', 'new', 'new', 'new']} />
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <ButtonLink kind="main" href={paths.home()}>
          {words.home}
        </ButtonLink>
      </main>
    </>
  );
}
