/** What the service worker itself says, where no page of the app can be shown. */

export const words = {
  title: 'You are offline',
  notHere: 'You are offline, and this page is not stored on this device yet.',
  whatWorks:
    'Challenges you have opened in this browser before, and the list of challenges, work without a network. Your code is safe.',
  home: 'All challenges',
  again: 'Try again',
} as const;
