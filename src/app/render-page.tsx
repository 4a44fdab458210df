/** Chooses the page that the HTML names and gives it what it needs. Each page's code is loaded only there. */
import type { ReactElement } from 'react';
import { loadCatalog, loadChallenge, loadGuide } from '../content/load-content.ts';
import type { PageData } from '../content/page-data.ts';
import type { AppPaths } from '../domain/app-paths.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Catalog } from '../domain/challenge.ts';
import { createSandboxService, createServices, createTrialStore, prepareSandbox } from './services.ts';
import { whenBooted } from './when-booted.ts';

/** @param entry absolute address of the page's entry script */
export async function renderPage(data: PageData, paths: AppPaths, entry: string): Promise<ReactElement> {
  // Everything that is fetched is asked for at once.
  const catalogLoaded = loadCatalog(data);
  if (data.page === 'challenge') return renderChallenge(data, catalogLoaded, paths, entry);
  const [catalog, services] = await Promise.all([
    catalogLoaded,
    createServices(data, entry, Promise.resolve()),
  ]);
  switch (data.page) {
    case 'catalog': {
      const { CatalogPage } = await import('../pages/CatalogPage.tsx');
      return <CatalogPage catalog={catalog} services={services} paths={paths} />;
    }
    case 'track':
    case 'paths':
    case 'glossary': {
      const [{ GuidePage }, guide] = await Promise.all([import('../pages/GuidePage.tsx'), loadGuide(data)]);
      const place = data.page === 'track' ? { page: data.page, slug: data.slug ?? '' } : { page: data.page };
      return <GuidePage place={place} catalog={catalog} guide={guide} services={services} paths={paths} />;
    }
    case 'progress': {
      const { ProgressPage } = await import('../pages/ProgressPage.tsx');
      return <ProgressPage catalog={catalog} services={services} paths={paths} />;
    }
    case 'about': {
      const { AboutPage } = await import('../pages/AboutPage.tsx');
      return <AboutPage services={services} paths={paths} />;
    }
    case 'not-found': {
      const { NotFoundPage } = await import('../pages/NotFoundPage.tsx');
      return <NotFoundPage services={services} paths={paths} />;
    }
    default:
      return assertNever(data.page);
  }
}

/** The one page with Python. */
async function renderChallenge(
  data: PageData,
  catalogLoaded: Promise<Catalog>,
  paths: AppPaths,
  entry: string,
): Promise<ReactElement> {
  const sandbox = createSandboxService(data);
  const challengeLoaded = loadChallenge(data);
  const [{ ChallengePage }, challenge, catalog, services] = await Promise.all([
    import('../pages/ChallengePage.tsx'),
    challengeLoaded,
    catalogLoaded,
    createServices(data, entry, whenBooted(sandbox)),
    challengeLoaded.then((known) => prepareSandbox(sandbox, known)),
  ]);
  const store = (await createTrialStore(data, challenge, location.search)) ?? services.store;
  return (
    <ChallengePage
      challenge={challenge}
      catalog={catalog}
      services={{ ...services, store, sandbox }}
      paths={paths}
    />
  );
}
