/** Every sentence of the results pane that a learner reads, in one place. */
import type { CollectionError, Schedule, TestOutcome } from '../../domain/report.ts';
import type { CrashCause } from '../../domain/verdict.ts';

const outcomes: Readonly<Record<TestOutcome, string>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  skipped: 'skipped',
  xfailed: 'failed as expected',
  xpassed: 'passed unexpectedly',
};

const crashes: Readonly<Record<CrashCause, { title: string; advice: string; causes: readonly string[] }>> = {
  'stack-overflow': {
    title: 'Python ran out of stack and was restarted',
    advice: 'Your code is saved, and Python starts afresh for the next run.',
    causes: [
      'A function that calls itself without ever reaching its end case.',
      'Two functions or properties that keep calling each other, for instance a __repr__ or __getattr__ that asks for itself.',
      'A list, tuple or expression nested many thousands deep, when it is read, compared, hashed or let go of.',
    ],
  },
  'early-exit': {
    title: 'Your code ended Python before the tests were done',
    advice: 'The tests can only answer while Python lives.',
    causes: [
      'A call of exit(), quit(), sys.exit() or os._exit() that runs when the file is imported.',
      'A KeyboardInterrupt or SystemExit that your code raises and nobody catches.',
    ],
  },
  'unreadable-report': {
    title: 'The results came back unreadable',
    advice: 'Run again. If it happens again, your code probably changes something the tests need to report.',
    causes: ['Code that replaces builtins, json, sys.stdout or parts of pytest while the tests run.'],
  },
  'broken-run': {
    title: 'The test run itself broke off',
    advice: 'Your code changed something that pytest needs. Undo that change and run again.',
    causes: [
      'Code that removes or replaces builtins, or parts of pytest, sys or the standard library.',
      'An import hook or a trace function that raises while the tests run.',
      'Code that takes tests out of the run.',
    ],
  },
  'frame-lost': {
    title: 'The sandbox went away during the run',
    advice: 'Your code is saved. Run again: a new sandbox is on its way.',
    causes: [
      'The browser took the memory back, often with many tabs open.',
      'The device went to sleep in the middle of the run.',
    ],
  },
  'boot-failed': {
    title: 'Python did not start, so nothing was run',
    advice: 'Your code is saved. Check the connection and try again.',
    causes: [
      'The connection broke while Python was being downloaded.',
      'An extension or a company network blocks WebAssembly or workers.',
    ],
  },
  unknown: {
    title: 'Python stopped without a result',
    advice: 'Your code is saved, and Python starts afresh for the next run.',
    causes: [
      'No test could be found or started.',
      'A fault below Python, which deep recursion or very large objects can set off.',
    ],
  },
};

const collection: Readonly<Record<CollectionError['kind'], (error: CollectionError) => string>> = {
  syntax: (error) =>
    error.line === null
      ? `Python cannot read ${error.file}.`
      : `Python cannot read line ${error.line} of ${error.file}.`,
  import: (error) =>
    error.missing === null
      ? `${error.file} could not be imported.`
      : `${error.file} imports ${error.missing}, which is not there.`,
  'missing-name': (error) =>
    error.missing === null
      ? `The tests ask ${error.file} for a name that is not there.`
      : `The tests need ${error.missing}, and your code does not define it.`,
  other: (error) => `${error.file} stopped with ${error.type} while it was being imported.`,
};

const whatToDo: Readonly<Record<CollectionError['kind'], string>> = {
  syntax:
    'Look at the caret and at the end of the line before it: a missing colon, bracket or quote shows up there.',
  import:
    'Check the spelling of the import. Only the standard library and the packages of this challenge are installed.',
  'missing-name':
    'Define it at the top level of your file, with exactly this name. Compare with the starter if it was there.',
  other: 'No test has run yet. Repair this first: it happens as soon as the file is imported.',
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words = {
  tabs: 'Results',
  empty: {
    title: 'Nothing woven yet',
    text: 'Run the visible tests whenever you like; it costs nothing. Submit runs the hidden tests as well. They are unlisted, not secret.',
    readOnlyTitle: 'Nothing can be run here',
    readOnly:
      'This browser lacks what the challenge needs; the note at the top says what. Tests, hints and the solution can be read, and your code is kept.',
    readTests: 'Read the tests',
  },
  visibleTests: 'Visible tests',
  tests: 'Tests',
  fromTasks: 'from your task list',
  waiting: { run: 'Your run is waiting for Python', submit: 'Your submission is waiting for Python' },
  waitingAdvice: 'It starts by itself as soon as Python is ready.',
  cancel: 'Cancel',
  stopping: 'Stopping…',
  run: 'Run',
  commandsRunning: 'The tests are running.',
  runAgain: 'Run again',
  submit: 'Submit',
  running: (number: number, count: number) => `Running test ${number} of ${count}`,
  collecting: 'Collecting the tests',
  soFar: (passed: number, failed: number) => `${passed} passed, ${failed} failed so far.`,
  outcomes,
  notRun: 'not run',
  waitingTest: 'waiting',
  runningTest: 'running',
  stoppedTest: 'stopped',
  fresh: 'new',
  newlyPassing: (count: number) => `${count} newly passing`,
  newlyFailing: (count: number) => `${count} newly failing`,
  causesTitle: 'What usually causes this',
  goToLine: 'Go to line',
  goToLineNumber: (line: number) => `Go to line ${line}`,
  raw: 'What the engine said',

  passed: {
    all: (count: number) => `All ${count} tests pass`,
    one: 'The one test passes',
    visible: (count: number) => (count === 1 ? 'The visible test passes' : `All ${count} visible tests pass`),
    visibleAdvice: 'Submit runs the hidden tests as well. They are unlisted, not secret.',
    solvedAdvice: (runs: number, minutes: number, estimate: number) =>
      `Solved on run ${runs}, after ${plural(minutes, 'minute', 'minutes')} of an estimated ${estimate}.`,
    withSkipped: (count: number) => `${plural(count, 'test was', 'tests were')} skipped.`,
  },
  failed: {
    strong: (failed: number, total: number) =>
      failed === 1 ? `1 of ${total} fails` : `${failed} of ${total} fail`,
    oneReason: ', probably for one reason',
    oneReasonAdvice: (count: number, line: number) =>
      `${count === 2 ? 'Both' : `All ${count}`} end in line ${line}. Repair that one and run again.`,
    starter: 'The code is still the starter, so this is how it should look. Begin with the first task.',
    first: (name: string) => `Begin with the first one: ${name}.`,
    only: 'Open it to see what was expected and what came.',
    missing: (count: number) => `${plural(count, 'test', 'tests')} did not end.`,
  },
  broken: {
    strong: 'Your code does not load',
    rest: ', so no test could run',
    starter: 'The code is still the starter.',
    collection,
    whatToDo,
  },
  timedOut: {
    title: (seconds: number, line: number | null) =>
      line === null
        ? `Stopped after ${seconds} seconds`
        : `Stopped after ${seconds} seconds, in line ${line}`,
    advice: (seconds: number) =>
      `The time limit of this challenge is ${seconds} s. Your code is saved, and Python is getting ready again.`,
    during: (name: string) => `It happened during “${name}”.`,
    causes: [
      'A while loop whose condition is never changed inside the loop.',
      'Waiting for something that nobody will ever do: a lock, a queue, a task that has already ended.',
      'Far more work than needed: a loop inside a loop over the same data.',
    ],
    mark: (seconds: number) => `Still here after ${seconds} s.`,
  },
  outOfMemory: {
    title: 'Python ran out of memory and was restarted',
    advice: 'Your code is saved, and Python starts afresh for the next run.',
    causes: [
      'A list that grows while it is being read, for instance by appending to it inside a loop over it.',
      'Recursion that keeps a reference at every level.',
      'Reading everything into memory where one piece at a time would do.',
    ],
  },
  cancelled: {
    title: 'Stopped by you',
    ended: (count: number) =>
      count === 0
        ? 'No test had ended. Your code is saved.'
        : `${plural(count, 'test', 'tests')} had ended. Your code is saved.`,
  },
  crashes,

  failure: {
    expected: 'expected',
    yours: 'yours',
    aligned: 'Expected and actual value, aligned by index',
    differsAt: (index: number) => `≠ at [${index}]`,
    nothing: 'nothing here',
    moreItems: (count: number) => `${plural(count, 'item', 'items')} in between are equal`,
    equalItems: (count: number) => `… ${count} equal`,
    difference: 'Difference',
    differenceHelp: '− is expected, + is yours',
    explanation: 'What pytest says',
    yourLine: 'Your line',
    testLine: 'The line of the test',
    /** `Failed` is what `pytest.fail` raises: there it is the test that speaks. */
    raised: (type: string) => (type === 'Failed' ? 'The test says' : `Your code raised ${type}`),
    inSetup: 'It happened while the test was being set up.',
    inTeardown: 'It happened while the test was cleaning up.',
    skipped: 'Skipped',
    nothingToShow: 'Nothing more is known about this test.',
    passedNote: 'This test passed.',
  },
  schedule: {
    name: ({ seed, plan }: Pick<Schedule, 'seed' | 'plan'>) =>
      seed === null ? (plan === '' ? 'The plainest schedule' : `Schedule ${plan}`) : `Seed ${seed}`,
    /** The same in the middle of a sentence. */
    mention: ({ seed, plan }: Pick<Schedule, 'seed' | 'plan'>) =>
      seed === null ? (plan === '' ? 'the plainest schedule' : `schedule ${plan}`) : `seed ${seed}`,
    aboutSeed:
      'This seed decided which thread ran when. With the same code it gives the same failure every time.',
    aboutPlan:
      'Trying every schedule found this one. With the same code it gives the same failure every time.',
    replaySeed: 'Replay this seed',
    replayPlan: 'Replay this schedule',
    switches: (count: number) => plural(count, 'change of turns', 'changes of turns'),
    dropped: (count: number) => `The first ${count.toLocaleString('en')} are left out.`,
    stopsAt: 'stops at',
    ends: 'ends,',
    goesOn: 'goes on',
    passes: (name: string) => `The test passes with ${name}`,
    passesAdvice: 'Run all tests again: other schedules may still fail.',
    fails: (name: string) => `It fails with ${name}`,
    failsAdvice: 'Change the code and replay it until it passes. Then run all tests again.',
    runAll: 'Run all tests',
  },
  capture: {
    stdout: 'Captured output',
    stderr: 'Captured errors',
    log: 'Captured log',
    outsideTests: 'Output outside the tests',
    lines: (title: string, count: number) => `${title}, ${plural(count, 'line', 'lines')}`,
    dropped: (count: number) =>
      `${count.toLocaleString('en')} more characters were left out, so that the page stays fast.`,
    showAll: (count: number) => `Show all ${count.toLocaleString('en')} lines`,
    showMore: (count: number) => `Show ${count.toLocaleString('en')} more lines`,
    cutLine: (count: number) => `… ${count.toLocaleString('en')} more characters in this line`,
  },
  traceback: {
    title: (own: number, folded: number) =>
      `Traceback, ${plural(own, 'frame', 'frames')} of yours, ${folded} folded`,
    full: 'The whole traceback',
    inFunction: (name: string) => `in ${name}`,
  },
  warnings: (count: number) => plural(count, 'warning', 'warnings'),
  durations: {
    milliseconds: (value: string) => `${value} ms`,
    seconds: (value: string) => `${value} s`,
  },
  collectionPlace: (file: string, line: number | null, column: number | null) =>
    [file, line === null ? '' : `line ${line}`, column === null ? '' : `column ${column}`]
      .filter((part) => part !== '')
      .join(', '),
} as const;
