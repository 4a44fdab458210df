import './AboutPage.css';
import type { AppPaths } from '../domain/app-paths.ts';
import { SettingsControls } from '../features/settings/SettingsControls.tsx';
import { useSettings } from '../features/settings/use-settings.ts';
import { UpdateBanner } from '../features/updates/UpdateBanner.tsx';
import { Icon } from '../ui/Icon.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { SiteHeader } from '../ui/SiteHeader.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { type AboutSection, aboutSections, shortcuts, aboutWords as words } from './about-words.ts';
import type { PageServices } from './page-services.ts';

interface AboutPageProps {
  readonly services: PageServices;
  readonly paths: AppPaths;
}

export function AboutPage({ services, paths }: AboutPageProps) {
  const settings = useSettings(services.store);
  return (
    <>
      <SiteHeader paths={paths} current="about" end={<SettingsControls state={settings} />} />
      <UpdateBanner updates={services.updates} />
      <main className="page about-page" id="main" tabIndex={-1}>
        <h1>{words.title}</h1>
        <p className="about-page__intro">{words.intro}</p>
        {aboutSections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
        <section aria-labelledby="shortcuts">
          <h2 id="shortcuts">{words.shortcuts}</h2>
          <Shortcuts />
        </section>
        <section aria-labelledby="licences">
          <h2 id="licences">{words.licences}</h2>
          <p>
            {words.licencesText} <a href={paths.licences()}>{words.licencesLink}</a>.
          </p>
        </section>
      </main>
    </>
  );
}

function Section({ section }: { readonly section: AboutSection }) {
  return (
    <section aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      {section.paragraphs.map((text) => (
        <p key={text}>
          <InlineCode text={text} />
        </p>
      ))}
      {section.points.length > 0 && (
        <ul>
          {section.points.map((text) => (
            <li key={text}>
              <InlineCode text={text} />
            </li>
          ))}
        </ul>
      )}
      {section.link !== null && (
        <p>
          <a href={section.link.href} rel="noreferrer">
            {section.link.label}
            <Icon name="link-out" />
          </a>
        </p>
      )}
    </section>
  );
}

function Shortcuts() {
  return (
    <table className="about-page__keys">
      <caption>
        <VisuallyHidden>{words.shortcutsCaption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.key}</th>
          <th scope="col">{words.action}</th>
        </tr>
      </thead>
      <tbody>
        {shortcuts.map(({ keys, action }) => (
          <tr key={keys}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{action}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
