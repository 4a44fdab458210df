/** Every sentence of the editor that a learner reads, in one place. */
export const words = {
  files: 'Files',
  editorName: (path: string, isReadOnly: boolean) =>
    isReadOnly ? `${path}, read-only` : `${path}, your code. Press Control M to let Tab leave the editor.`,
  plainName: (path: string, isReadOnly: boolean) =>
    isReadOnly ? `${path}, read-only` : `${path}, your code`,
  readOnlyMessage: 'This file is shown for reading. Your code goes into the first tab.',
  tabLeaves: 'Ctrl M lets Tab leave',
  tabLeavesMac: '⌃⇧M lets Tab leave',
  tabIndents: 'Tab now leaves the editor. Ctrl M takes it back.',
  symbols: 'Symbols',
  loading: 'The editor is on its way…',
  tab: 'tab',
  tabName: 'Indent',
  outdentName: 'Outdent',
  insteadOf: (actual: string, expected: string) => `${actual} instead of ${expected}.`,
  inTest: (name: string) => `In the test “${name}”.`,
  stillHere: (seconds: number) => `Still here after ${seconds} s.`,
  mark: (line: number, title: string) => `Line ${line}: ${title}`,
  diffTooLong: 'These texts are too long to compare here.',
  noDifference: 'No differences.',
  diffName: (left: string, right: string) => `Differences between ${left} and ${right}`,
  removed: 'only in the first:',
  added: 'only in the second:',
} as const;
