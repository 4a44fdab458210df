// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPaths } from '../domain/app-paths.ts';
import type { Challenge } from '../domain/challenge.ts';
import type { CollectionError, Failure, Report, Schedule, TestResult } from '../domain/report.ts';
import type { CrashCause, RunEnding } from '../domain/verdict.ts';
import { noUpdates } from '../offline/site-updates.ts';
import { createFakeSandbox, type FakeSandbox } from '../sandbox/fake-sandbox.ts';
import { createLearnerStore } from '../storage/create-learner-store.ts';
import type { LearnerStore, StoreChange, StoreStatus } from '../storage/learner-store.ts';
import { createMemoryTables } from '../storage/memory-tables.ts';
import { ChallengePage } from './ChallengePage.tsx';
import { exampleCapabilities } from './page-examples.ts';

const challenge: Challenge = {
  slug: 'sample',
  title: 'Sample challenge',
  summary: 'A sample.',
  track: 'track',
  order: 1,
  difficulty: 1,
  minutes: 20,
  kind: 'write',
  concepts: [],
  needs: [],
  version: 1,
  goal: 'Try it.',
  prerequisites: ['not-there-yet'],
  unlocks: [],
  assumes: [],
  packages: [],
  sources: [],
  timeoutSeconds: 10,
  memoryMb: null,
  keepGc: false,
  draft: false,
  seeds: [],
  processes: 0,
  without: {},
  statementHtml: '<p>Do it well.</p>',
  hintsHtml: ['<p>the first hint</p>', '<p>the second hint</p>'],
  explanationHtml: '<p>why it works</p>',
  translations: [
    {
      language: 'zh',
      statementHtml: '<p>好好做。</p>',
      hintsHtml: ['<p>第一个提示</p>', null],
      explanationHtml: null,
    },
  ],
  starter: [{ path: 'solution.py', text: 'def f():\n    ...\n' }],
  solution: [{ path: 'solution.py', text: 'def f():\n    return 1\n' }],
  visibleTests: [{ path: 'tests/test_a.py', text: 'def test_first_thing():\n    assert f() == 1\n' }],
  hiddenTests: [{ path: 'tests/test_h.py', text: 'def test_hidden(): ...' }],
  shownAssets: [],
  assets: [],
  mutants: [
    {
      name: 'none',
      why: 'returns nothing',
      kills: [],
      files: [{ path: 'solution.py', text: 'def f(): ...' }],
    },
  ],
};
const catalog = {
  tracks: [{ slug: 'track', title: 'A track', summary: '', planned: [] }],
  entries: [challenge, { ...challenge, slug: 'next-one', title: 'The next one', order: 2 }],
  broken: [],
};

const capture = { text: '', total: 0, dropped: 0 };
const frame = {
  file: 'solution.py',
  line: 2,
  endLine: 2,
  column: 5,
  endColumn: 8,
  function: 'f',
  source: '    return x',
  origin: 'learner' as const,
};
const failure: Failure = {
  type: 'AssertionError',
  message: 'assert [1, 3] == [1, 2]',
  when: 'call',
  assertion: {
    expression: 'f() == [1, 2]',
    note: 'count from one',
    operator: '==',
    left: '[1, 3]',
    right: '[1, 2]',
    expected: '[1, 2]',
    actual: '[1, 3]',
    expectedItems: ['1', '2'],
    actualItems: ['1', '3'],
    diff: [],
    explanation: [],
  },
  frames: [frame],
  foldedFrames: 3,
  schedule: null,
  traceback: 'Traceback: all of it',
};

function result(id: string, outcome: TestResult['outcome'], more: Partial<TestResult> = {}): TestResult {
  return {
    id,
    name: `test ${id}`,
    file: 'tests/test_a.py',
    line: 1,
    outcome,
    seconds: 0.001,
    failure: outcome === 'failed' ? failure : null,
    skipReason: '',
    stdout: capture,
    stderr: capture,
    log: capture,
    warnings: [],
    ...more,
  };
}

function reported(tests: readonly TestResult[], more: Partial<Report> = {}): RunEnding {
  return {
    kind: 'reported',
    report: {
      schema: 1,
      python: '3.14.2',
      pytest: '9.2.0',
      exit: 'finished',
      exitMessage: '',
      seconds: 0.1,
      planned: tests.map(({ id, name, file, line }) => ({ id, name, file, line })),
      tests: [...tests],
      collectionErrors: [],
      interruptedAt: [],
      starterUnchanged: false,
      stdout: capture,
      stderr: capture,
      warnings: [],
      ...more,
    },
  };
}

let store: LearnerStore;
let sandbox: FakeSandbox;

beforeEach(() => {
  // A touch screen of a tablet's width: the plain editor, and no Monaco to load.
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('coarse') || query === '(max-width: 1100px)',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function openPage(
  answer?: RunEnding,
  status: StoreStatus = { kind: 'persistent' },
  shown: Challenge = challenge,
) {
  const listeners = new Set<(change: StoreChange) => void>();
  let ids = 0;
  store = createLearnerStore({
    tables: createMemoryTables(),
    status,
    now: () => 1_000,
    newId: () => `s${ids++}`,
    announcer: {
      announce: (change) => {
        for (const listener of listeners) listener(change);
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  sandbox = createFakeSandbox(answer && (() => ({ events: [], ending: answer })));
  render(
    <ChallengePage
      challenge={shown}
      catalog={catalog}
      paths={createPaths('../../')}
      services={{
        store,
        updates: noUpdates,
        sandbox,
        capabilities: exampleCapabilities,
        now: () => 1_000,
        newId: () => `r${ids++}`,
      }}
    />,
  );
  await screen.findByRole('textbox', { name: /solution\.py/ });
}

const results = () => screen.getByRole('region', { name: 'Results' });
const pressRun = () => fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
const pressSubmit = () => fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true, shiftKey: true });

async function runTo(ending: RunEnding): Promise<void> {
  await openPage(ending);
  pressRun();
}

describe('the page before a run', () => {
  test('has one main heading, the statement, and the tests by name', async () => {
    await openPage();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sample challenge');
    expect(screen.getByText('Do it well.')).toBeTruthy();
    expect(screen.getByText('not there yet (planned)', { exact: false })).toBeTruthy();
    expect(screen.getByText('first thing')).toBeTruthy();
    expect(screen.getByRole('main')).toBeTruthy();
  });

  test('shows hints one at a time', async () => {
    await openPage();
    fireEvent.click(screen.getByRole('tab', { name: /Statement/ }));
    expect(screen.queryByText('the first hint')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show hint 1 of 2' }));
    expect(await screen.findByText('the first hint')).toBeTruthy();
    expect(screen.queryByText('the second hint')).toBeNull();
  });

  test('shows the statement in the language that is chosen, remembers it, and falls back piece by piece', async () => {
    await openPage();
    fireEvent.click(screen.getByRole('tab', { name: /Statement/ }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Language' }), { target: { value: 'zh' } });
    expect((await screen.findByText('好好做。')).closest('[lang]')?.getAttribute('lang')).toBe('zh');
    expect(screen.queryByText('Do it well.')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show hint 1 of 2' }));
    expect(await screen.findByText('第一个提示')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show hint 2 of 2' }));
    expect((await screen.findByText('the second hint')).closest('[lang]')?.getAttribute('lang')).toBe('en');
    expect((await store.loadSettings()).language).toBe('zh');
  });

  test('begins in the language of the browser, where there is a translation', async () => {
    vi.stubGlobal('navigator', { ...navigator, languages: ['zh-CN', 'en'], platform: 'x', userAgent: 'x' });
    await openPage();
    expect(screen.getByText('好好做。')).toBeTruthy();
  });

  test('opens the visible tests for reading', async () => {
    await openPage();
    fireEvent.click(screen.getByRole('tab', { name: /test_a\.py/ }));
    const area = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: /tests\/test_a\.py, read-only/,
    });
    expect(area.readOnly).toBe(true);
    expect(area.value).toContain('test_first_thing');
  });

  test('shows the given files that its author chose, before the tests', async () => {
    const assets = [
      { path: 'shop.py', text: 'price = 3' },
      { path: 'judge.py', text: 'secret = 1' },
      { path: 'face.png', base64: 'AAAA' },
    ];
    await openPage(undefined, undefined, { ...challenge, assets, shownAssets: ['shop.py'] });
    const tabs = within(screen.getByRole('tablist', { name: 'Files' })).getAllByRole('tab');
    expect(tabs.map((tab) => tab.textContent)).toEqual(['solution.py', 'shop.py', 'test_a.py']);
    fireEvent.click(screen.getByRole('tab', { name: /shop\.py/ }));
    const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /shop\.py, read-only/ });
    expect([area.readOnly, area.value]).toEqual([true, 'price = 3']);
  });

  test('says that nothing is kept when the browser keeps nothing', async () => {
    await openPage(undefined, { kind: 'memory', message: 'This window is private.' });
    expect(screen.getByText('This window is private.')).toBeTruthy();
  });

  test('says so when a newer version has stored the work, and it is not lost', async () => {
    await openPage(undefined, { kind: 'beside-newer', message: 'It is safe.' });
    expect(screen.getByText('It is safe.')).toBeTruthy();
  });
});

describe('a run', () => {
  test('pressed early waits visibly with the boot’s progress, and can be cancelled', async () => {
    await openPage();
    sandbox.setState({
      kind: 'booting',
      step: 'download',
      loadedBytes: 3_100_000,
      totalBytes: 6_500_000,
      bytesPerSecond: 200_000,
      isSlow: true,
    });
    pressRun();
    const pane = within(results());
    expect(await pane.findByRole('heading', { name: 'Your run is waiting for Python' })).toBeTruthy();
    expect(pane.getByText('3.1 MB of 6.5 MB, 200 kB/s')).toBeTruthy();
    fireEvent.click(pane.getByRole('button', { name: 'Retry' }));
    expect(sandbox.retries()).toBe(1);
    fireEvent.click(pane.getByRole('button', { name: 'Cancel' }));
    expect(await pane.findByRole('heading', { name: 'Stopped by you' })).toBeTruthy();
  });

  test('fills in its tests as they end', async () => {
    await openPage();
    pressRun();
    await vi.waitFor(() => expect(sandbox.currentRun()).not.toBeNull());
    const run = sandbox.currentRun();
    const [a, b] = [result('a', 'passed'), result('b', 'failed')];
    run?.start();
    run?.emit({
      type: 'planned',
      tests: [a, b].map(({ id, name, file, line }) => ({ id, name, file, line })),
    });
    run?.emit({ type: 'finished', test: a });
    run?.emit({ type: 'started', id: 'b' });
    expect(await screen.findByRole('heading', { name: 'Running test 2 of 2' })).toBeTruthy();
    expect(within(results()).getByText('running')).toBeTruthy();
    fireEvent.keyDown(window, { key: '.', code: 'Period', ctrlKey: true });
    expect(await screen.findByRole('heading', { name: 'Stopped by you' })).toBeTruthy();
  });

  test('that fails opens the first failure: assertion, values, your line, with a jump', async () => {
    await runTo(reported([result('a', 'failed'), result('b', 'passed')]));
    const pane = within(results());
    expect(await pane.findByRole('heading', { name: '1 of 2 fails' })).toBeTruthy();
    expect(pane.getByText('count from one')).toBeTruthy();
    const table = pane.getByRole('table');
    expect(within(table).getByText('≠ at [1]')).toBeTruthy();
    expect(within(table).getByText('3').closest('td')?.className).toBe('aligned__got');
    expect(within(table).getByText('2').closest('td')?.className).toBe('aligned__wanted');
    fireEvent.click(pane.getByRole('button', { name: 'Go to line 2' }));
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /solution\.py/ });
    await vi.waitFor(() => expect(document.activeElement).toBe(area));
    expect(area.selectionStart).toBe('def f():\n    '.length);
  });

  test('F8 walks the failures, round and round', async () => {
    await runTo(reported([result('a', 'failed'), result('b', 'passed'), result('c', 'failed')]));
    await screen.findByRole('heading', { name: /2 of 3 fail/ });
    const isOpen = (name: string) =>
      within(results())
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .getAttribute('aria-expanded');
    expect(isOpen('test a')).toBe('true');
    fireEvent.keyDown(window, { key: 'F8' });
    await vi.waitFor(() => expect(isOpen('test c')).toBe('true'));
    expect(isOpen('test a')).toBe('false');
    fireEvent.keyDown(window, { key: 'F8' });
    await vi.waitFor(() => expect(isOpen('test a')).toBe('true'));
  });

  test('that passes visibly asks for the submission, and the submission solves', async () => {
    await runTo(reported([result('a', 'passed'), result('b', 'passed')]));
    expect(await screen.findByRole('heading', { name: 'All 2 visible tests pass' })).toBeTruthy();
    expect(screen.queryByText('why it works')).toBeNull();
    pressSubmit();
    expect(await screen.findByRole('heading', { name: 'All 2 tests pass' })).toBeTruthy();
    expect(await screen.findByText('why it works')).toBeTruthy();
    expect(screen.getByText('Would yours have caught this?')).toBeTruthy();
    expect(screen.getAllByRole('link', { name: /The next one/ }).length).toBeGreaterThan(0);
  });
});

describe('a race', () => {
  const schedule: Schedule = {
    seed: 17,
    plan: '',
    switches: [
      {
        thread: 'Thread-1 (add)',
        function: 'add',
        file: 'solution.py',
        line: 2,
        source: '    return 1',
        origin: 'learner',
        follower: 'Thread-2 (add)',
      },
      {
        thread: 'Thread-2 (add)',
        function: '',
        file: '',
        line: 0,
        source: '',
        origin: 'library',
        follower: 'MainThread',
      },
    ],
    totalSwitches: 202,
  };

  test('tells its seed and its changes of turns, and replays that one test with that seed', async () => {
    const red = result('a', 'failed', { failure: { ...failure, schedule } });
    await runTo(reported([red, result('b', 'passed')]));
    const pane = within(results());
    expect(await pane.findByRole('heading', { name: 'Seed 17' })).toBeTruthy();
    expect(pane.getByText('202 changes of turns')).toBeTruthy();
    expect(pane.getByText('The first 200 are left out.')).toBeTruthy();
    const changes = pane.getAllByText(/goes on/).map((line) => line.textContent);
    expect(changes[0]).toContain('Thread-1 (add) stops at solution.py:2, Thread-2 (add) goes on');
    expect(changes[1]).toBe('Thread-2 (add) ends, MainThread goes on');

    const before = await store.loadProgress('sample');
    fireEvent.click(pane.getByRole('button', { name: 'Replay this seed' }));
    await vi.waitFor(() => expect(sandbox.requests).toHaveLength(2));
    expect(sandbox.requests[1]).toMatchObject({ only: ['a'], replay: { seed: 17, plan: '' } });
    expect(await pane.findByRole('heading', { name: 'It fails with seed 17' })).toBeTruthy();
    expect(await store.loadProgress('sample')).toEqual(before);
    fireEvent.click(pane.getByRole('button', { name: 'Run all tests' }));
    await vi.waitFor(() => expect(sandbox.requests).toHaveLength(3));
    expect(sandbox.requests[2]).toMatchObject({ only: [], replay: null });
  });
});

describe('every other ending has its words', () => {
  const heading = (name: string | RegExp) => screen.findByRole('heading', { name });
  const collectionError: CollectionError = {
    file: 'solution.py',
    kind: 'syntax',
    type: 'SyntaxError',
    message: "'(' was never closed",
    line: 2,
    column: 4,
    endLine: 2,
    endColumn: 5,
    text: 'x = (\n    ^',
    missing: null,
    frames: [],
    traceback: '',
  };

  test('code that does not load', async () => {
    await runTo(
      reported([], { exit: 'broken', collectionErrors: [collectionError, { ...collectionError }] }),
    );
    await heading(/^Your code does not load/);
    const pane = within(results());
    expect(pane.getAllByText("'(' was never closed")).toHaveLength(1);
    expect(pane.getByRole('button', { name: 'Go to line 2' })).toBeTruthy();
  });

  test('a name that the tests need', async () => {
    const error = {
      ...collectionError,
      kind: 'missing-name',
      missing: 'PauseLog',
      line: null,
      text: '',
    } as const;
    await runTo(reported([], { exit: 'broken', collectionErrors: [error] }));
    await heading('The tests need PauseLog, and your code does not define it.');
  });

  test('a time limit, with the place', async () => {
    const ending = reported([], { exit: 'interrupted', interruptedAt: [frame] });
    const report = ending.kind === 'reported' ? ending.report : null;
    await runTo({ kind: 'timed-out', limitSeconds: 10, report, lastStarted: null, partial: [] });
    await heading('Stopped after 10 seconds, in line 2');
    expect(screen.getByText('What usually causes this')).toBeTruthy();
  });

  test('no memory left', async () => {
    await runTo({ kind: 'out-of-memory', lastStarted: null, partial: [] });
    await heading('Python ran out of memory and was restarted');
  });

  const crashes: readonly (readonly [CrashCause, string])[] = [
    ['stack-overflow', 'Python ran out of stack and was restarted'],
    ['early-exit', 'Your code ended Python before the tests were done'],
    ['unreadable-report', 'The results came back unreadable'],
    ['broken-run', 'The test run itself broke off'],
    ['frame-lost', 'The sandbox went away during the run'],
    ['boot-failed', 'Python did not start, so nothing was run'],
    ['unknown', 'Python stopped without a result'],
  ];
  test.each(crashes)('a crash: %s, with its raw text behind a disclosure', async (cause, title) => {
    await runTo({ kind: 'crashed', cause, raw: 'RangeError <b>x</b>', lastStarted: null, partial: [] });
    await heading(title);
    const raw = screen.getByText('RangeError <b>x</b>');
    expect(raw.closest('details')?.open).toBe(false);
  });
});

test('hostile text stays text', async () => {
  const text = '<img src=x onerror=alert(1)>\u202egnp\u0000';
  const hostile = result('a', 'failed', {
    name: text,
    stdout: { text, total: text.length, dropped: 7 },
    failure: { ...failure, assertion: null, message: text },
  });
  await runTo(reported([hostile]));
  await screen.findByRole('heading', { name: '1 of 1 fails' });
  expect(results().querySelector('img')).toBeNull();
  expect(results().textContent).not.toContain('\u202e');
  expect(results().textContent).toContain('<img src=x onerror=alert(1)>‹RLO›gnp‹NUL›');
  expect(results().textContent).toContain('7 more characters were left out');
});
