/** The port to new versions of the site: the page hears of one, and the learner decides when it is used. */

export type UpdateState =
  | { readonly kind: 'none' }
  /** A new version is stored as a whole and waits. */
  | { readonly kind: 'ready' }
  /** Another tab uses it already; this page goes on with the files it began with. */
  | { readonly kind: 'used-elsewhere' };

export interface SiteUpdates {
  getState(): UpdateState;
  subscribe(listener: () => void): () => void;
  /** Loads the page anew, with the new version. The caller makes sure that nothing is lost by it. */
  use(): void;
}

/** For pages that are always new, as in author mode. */
export const noUpdates: SiteUpdates = {
  getState: () => none,
  subscribe: () => () => undefined,
  use: () => undefined,
};

const none: UpdateState = { kind: 'none' };
