import type { RunMode } from '../../domain/run-request.ts';
import type { VerdictKind } from '../../domain/verdict.ts';
import type { ImportChoice, ImportItem } from '../../storage/learner-store.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const words = {
  title: 'Your cloth so far',
  intro: 'Every crossing is a challenge you solved. Loose threads are waiting; there is no hurry.',
  loadFailed: 'What you have done so far could not be read. Reload to try again; nothing has been lost.',

  tracks: 'Tracks',
  tracksCaption: 'Solved challenges and minutes by track',
  track: 'Track',
  braid: 'Drawing',
  solved: 'Solved',
  time: 'Time',
  of: (n: number, total: number) => `${n} of ${total}`,
  minutes: (seconds: number) => `${Math.round(seconds / 60)} min`,

  weeks: 'Four weeks',
  daysPractised: 'days practised',
  runs: 'runs',
  atKeyboard: 'at the keyboard, in all',
  solvedInAll: 'solved, in all',
  duration: (seconds: number) => {
    const minutes = Math.round(seconds / 60);
    return minutes < 60
      ? `${minutes} min`
      : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
  },
  daysLabel: (n: number) => `Practised on ${n} of the last 28 days`,
  dayOff: 'A day off is a straight thread, not a broken one.',

  attempts: 'Attempts',
  attemptsCaption: 'Your runs, newest first',
  noAttempts: 'Nothing has been run yet. Open a challenge and press Run: it costs nothing.',
  toCatalog: 'To the challenges',
  challenge: 'Challenge',
  outcome: 'Outcome',
  tests: 'Tests',
  when: 'When',
  took: 'Took',
  seconds: (seconds: number) => `${seconds.toFixed(1)} s`,
  noTests: 'none ended',
  modes: { visible: 'run', all: 'submit' } satisfies Record<RunMode, string>,
  verdicts: {
    passed: 'Passed',
    failed: 'Failed',
    'broken-code': 'Broken code',
    'timed-out': 'Timed out',
    'out-of-memory': 'Out of memory',
    cancelled: 'Stopped',
    crashed: 'Crashed',
  } satisfies Record<VerdictKind, string>,
  showMore: (rest: number) => `Show ${rest} more`,

  keep: 'Keep it',
  keptHere:
    'Everything lives in this browser, and nowhere else. A file is your copy for another browser or a bad day.',
  exportFile: 'Export to a file',
  exported: (name: string) => `Saved as ${name}, among your downloads.`,
  exportFailed: 'The file could not be made. Reload this page and try again.',
  importFile: 'Import a file',
  importFailed: 'The import did not finish. What was here before is still here; try again.',
  imported: 'The file has been imported.',
  tooLarge: 'This file is larger than 50 MB, so it cannot be an export of Interleave. Choose another one.',
  unreadable: 'This file could not be read. Choose it again.',

  previewTitle: 'What is in the file',
  previewIntro: (day: string, items: number, attempts: number) =>
    `Exported on ${day}: code for ${count(items, 'challenge', 'challenges')}, ${count(attempts, 'attempt', 'attempts')}. Attempts and solved states are added to yours; for the code, choose.`,
  previewSafe:
    'Where you take the code of the file, your own code stays in this browser as a saved copy, and in every file you export.',
  previewProblems: 'Some of the file cannot be used:',
  inFile: 'Code in the file',
  itemKinds: {
    new: 'New: you have no code for it here',
    same: 'The same in both places',
    'newer-here': 'Newer here',
    'newer-in-file': 'Newer in the file',
  } satisfies Record<ImportItem['kind'], string>,
  savedHere: (moment: string) => `here: ${moment}`,
  savedInFile: (moment: string) => `in the file: ${moment}`,
  choiceFor: (title: string) => `What to do with ${title}`,
  choices: {
    'keep-mine': 'Keep mine',
    'take-theirs': 'Take the file’s',
    skip: 'Leave it out',
  } satisfies Record<ImportChoice, string>,
  applyImport: 'Import',
  working: 'Importing …',
  cancel: 'Cancel',
  fileEmpty: 'There is no code in this file.',

  erase: 'Erase everything',
  eraseTitle: 'Erase everything?',
  eraseText:
    'Your code, its history, all attempts and your settings are removed from this browser. This cannot be undone. A file exported before can be imported again.',
  eraseConfirm: 'Erase everything',
  erased: 'Everything has been erased.',
  eraseFailed: 'Not everything could be erased. Close other tabs of Interleave and try again.',
} as const;
