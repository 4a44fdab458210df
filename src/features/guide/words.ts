const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const words = {
  solvedOf: (solved: number, total: number) => `${solved} of ${total} solved`,
  duration: (minutes: number) =>
    minutes < 60 ? `about ${minutes} min` : `about ${Math.round(minutes / 60)} h`,
  minutes: (n: number) => `${n} min`,
  braid: (solved: number, total: number) => `${solved} of ${total} challenges solved`,

  trackLabel: 'Track',
  trackSteps: 'The challenges, in the order in which to solve them',
  trackMissing: 'There is no such track',
  trackMissingText: 'It may have been renamed. All tracks are in the catalogue.',
  toCatalog: 'To the catalogue',
  continueWith: (title: string) => `Continue with ${title}`,
  beginWith: (title: string) => `Begin with ${title}`,
  otherTracks: 'All tracks',

  pathsTitle: 'Learning paths',
  pathsIntro: (n: number) =>
    `${count(n, 'way', 'ways')} through the challenges, each with an aim. Take one from its beginning, or enter where you feel at home: what you have solved elsewhere counts here too.`,

  glossaryTitle: 'Glossary',
  glossaryIntro: (n: number) =>
    `${count(n, 'word', 'words')} of the field, each in a few sentences. In the challenges they are underlined with dots where they first appear.`,
  search: 'Find a word',
  found: (shown: number, total: number) => (shown === total ? '' : `${shown} of ${total} words`),
  nothing: 'No word here has that in its name. Its meaning may be under another one: try a part of it.',
  see: 'See also',
  taughtIn: 'Learn it in',
} as const;
