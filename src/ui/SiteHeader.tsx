import './SiteHeader.css';
import type { ReactNode } from 'react';
import type { AppPaths } from '../domain/app-paths.ts';
import { Mark } from './Mark.tsx';
import { words } from './words.ts';

type SitePage = 'catalog' | 'paths' | 'glossary' | 'progress' | 'about' | 'author';

interface SiteHeaderProps {
  readonly paths: AppPaths;
  /** The page the reader is on; null where none of these is. */
  readonly current: SitePage | null;
  /** Controls at the far end. */
  readonly end?: ReactNode;
}

/** The bar of every page but the challenge's. The page's main element has the id "main". */
export function SiteHeader({ paths, current, end }: SiteHeaderProps) {
  // What a site does not have has no address.
  const all: readonly { page: SitePage; href: string | null; label: string }[] = [
    { page: 'catalog', href: paths.home(), label: words.challenges },
    { page: 'paths', href: paths.paths(), label: words.paths },
    { page: 'glossary', href: paths.glossary(), label: words.glossary },
    { page: 'progress', href: paths.progress(), label: words.progress },
    { page: 'about', href: paths.about(), label: words.about },
    { page: 'author', href: paths.author(), label: words.author },
  ];
  const links = all.flatMap(({ href, ...link }) => (href === null ? [] : [{ ...link, href }]));
  return (
    <>
      <a className="skip-link" href="#main">
        {words.skipToContent}
      </a>
      <header className="site-header">
        <a className="site-header__brand" href={paths.home()}>
          <Mark />
          <span>{words.brand}</span>
        </a>
        <nav aria-label={words.mainNavigation}>
          {links.map((link) => (
            <a key={link.page} href={link.href} aria-current={link.page === current ? 'page' : undefined}>
              {link.label}
            </a>
          ))}
        </nav>
        <div className="site-header__end">{end}</div>
      </header>
    </>
  );
}
