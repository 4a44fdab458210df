/** Where the app's pages are, relative to the page that asks: every link is a real page load under any sub-path. */

export interface AppPaths {
  /** Relative prefix of the app's root, ending in a slash: './' or '../../'. */
  readonly root: string;
  home(): string;
  challenge(slug: string): string;
  progress(): string;
  about(): string;
  licences(): string;
  /** The author's page; null where there is none, as on every published site. */
  author(): string | null;
  /** A file of the site, named from the root without a leading slash. */
  asset(path: string): string;
}

/** @param author path of the author's page from the root, in author mode */
export function createPaths(root: string, author: string | null = null): AppPaths {
  const prefix = root.endsWith('/') ? root : `${root}/`;
  return {
    root: prefix,
    home: () => prefix,
    challenge: (slug) => `${prefix}c/${encodeURIComponent(slug)}/`,
    progress: () => `${prefix}progress/`,
    about: () => `${prefix}about/`,
    licences: () => `${prefix}licences/`,
    author: () => (author === null ? null : prefix + author),
    asset: (path) => prefix + path.replace(/^(\.?\/)+/, ''),
  };
}
