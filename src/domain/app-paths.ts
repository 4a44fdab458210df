/** Where the app's pages are, relative to the page that asks: every link is a real page load under any sub-path. */

export interface AppPaths {
  /** Relative prefix of the app's root, ending in a slash: './' or '../../'. */
  readonly root: string;
  home(): string;
  challenge(slug: string): string;
  track(slug: string): string;
  /** The learning paths; null where the site has none. */
  paths(): string | null;
  /** The glossary, or one of its terms; null where the site has none. */
  glossary(term?: string): string | null;
  progress(): string;
  about(): string;
  licences(): string;
  /** The author's page; null where there is none, as on every published site. */
  author(): string | null;
  /** A file of the site, named from the root without a leading slash. */
  asset(path: string): string;
}

export interface SiteParts {
  /** Path of the author's page from the root, in author mode. */
  readonly author?: string | undefined;
  readonly paths?: boolean;
  readonly glossary?: boolean;
}

/** @param parts what not every site has */
export function createPaths(root: string, parts: SiteParts = {}): AppPaths {
  const prefix = root.endsWith('/') ? root : `${root}/`;
  return {
    root: prefix,
    home: () => prefix,
    challenge: (slug) => `${prefix}c/${encodeURIComponent(slug)}/`,
    track: (slug) => `${prefix}tracks/${encodeURIComponent(slug)}/`,
    paths: () => (parts.paths ? `${prefix}paths/` : null),
    glossary: (term) =>
      parts.glossary ? `${prefix}glossary/${term === undefined ? '' : `#${encodeURIComponent(term)}`}` : null,
    progress: () => `${prefix}progress/`,
    about: () => `${prefix}about/`,
    licences: () => `${prefix}licences/`,
    author: () => (parts.author === undefined ? null : prefix + parts.author),
    asset: (path) => prefix + path.replace(/^(\.?\/)+/, ''),
  };
}
