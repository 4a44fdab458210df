import type { LengthChoice } from '../../domain/catalog-filter.ts';
import type { ChallengeNeed } from '../../domain/challenge.ts';
import type { ProgressState } from '../../domain/progress.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const words = {
  title: 'Hard Python, one crossing at a time',
  intro: (n: number) =>
    `${count(n, 'challenge', 'challenges')} on what happens underneath: memory, queues, await, threads. Real pytest, in your browser; nothing leaves it.`,
  solvedOf: (solved: number, total: number) => `${solved} of ${total} solved`,
  clothLabel: (solved: number, total: number) => `${solved} of ${total} challenges solved, by track`,

  stepLabel: {
    continue: 'Continue where you stopped',
    next: 'Next on your way',
    begin: 'A good place to begin',
  },
  stepAction: { continue: 'Continue', next: 'Start', begin: 'Start' },
  place: (track: string, position: number, total: number) => `${track}, ${position} of ${total}`,
  runs: (n: number) => count(n, 'run', 'runs'),
  lastResult: (passed: number, total: number) => `${passed} of ${total} tests passed in the last run`,
  allDone: 'You have solved every challenge there is. More are on their way.',

  search: 'Search titles, summaries, concepts',
  searchLabel: 'Search challenges',
  searchKey: '/',
  track: 'Track',
  difficulty: 'Difficulty',
  length: 'Length',
  state: 'State',
  anyTrack: 'All tracks',
  anyDifficulty: 'Any difficulty',
  anyLength: 'Any length',
  anyState: 'Any state',
  difficultyLevel: (level: number) => `Difficulty ${level}`,
  lengths: {
    short: 'Up to 25 min',
    medium: '26 to 40 min',
    long: 'More than 40 min',
  } satisfies Record<LengthChoice, string>,
  states: { new: 'New', started: 'Started', solved: 'Solved' } satisfies Record<ProgressState, string>,
  found: (shown: number, total: number) => `${shown} of ${count(total, 'challenge', 'challenges')}`,
  clear: 'Clear search and filters',
  nothingTitle: 'No challenge fits',
  nothing: 'Nothing here matches all of what you asked for. Take away a word or a filter.',
  emptyTitle: 'There are no challenges yet',
  empty: 'Add a folder under challenges/ and it appears here.',

  minutes: (n: number) => `${n} min`,
  hours: (minutes: number) => (minutes < 60 ? `about ${minutes} min` : `about ${Math.round(minutes / 60)} h`),
  needs: {
    vloop: 'the virtual clock',
    threads: 'threads',
    processes: 'processes',
    'shm-shim': 'shared memory',
    'inline-worker': 'workers',
    canvas: 'a canvas',
  } satisfies Record<ChallengeNeed, string>,
  needsNote: (names: readonly string[]) => `Needs ${names.join(' and ')}, which this browser lacks`,

  comingTitle: 'Coming',
  brokenTitle: 'Folders that need repair',
  brokenIntro: 'These folders under challenges/ could not become challenges. Everything else works.',
  problemPlace: (file: string, line: number | null) => (line === null ? file : `${file}, line ${line}`),
  /** For mistakes in tracks.toml, which belongs to no folder. */
  besideFolders: 'challenges/',
  warning: 'Warning',
  error: 'Error',
  loadFailed:
    'What you have done so far could not be read, so every challenge looks new. Reload to try again.',
} as const;
