/** What the page says about a new version of itself. */
export const words = {
  ready: 'A new version of Interleave is ready.',
  readyText: 'It is used from the next reload on. Nothing changes until you ask for it.',
  elsewhere: 'Another tab uses a new version of Interleave.',
  elsewhereText: 'This page goes on with the version it began with, until you reload it.',
  use: 'Reload with the new version',
} as const;
