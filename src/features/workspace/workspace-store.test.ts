import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Challenge } from '../../domain/challenge.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Report, TestResult } from '../../domain/report.ts';
import { createFakeSandbox, type FakeSandbox } from '../../sandbox/fake-sandbox.ts';
import { createLearnerStore } from '../../storage/create-learner-store.ts';
import type { LearnerStore, StoreChange } from '../../storage/learner-store.ts';
import { createMemoryTables } from '../../storage/memory-tables.ts';
import { saveDelay, savePatience } from './draft-keeper.ts';
import { createWorkspaceStore, type Workspace } from './workspace-store.ts';

const starter = 'def f():\n    ...\n';
const challenge: Challenge = {
  slug: 'sample',
  title: 'Sample',
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
  prerequisites: [],
  unlocks: [],
  assumes: [],
  packages: ['flask'],
  sources: [],
  timeoutSeconds: 10,
  memoryMb: null,
  keepGc: false,
  draft: false,
  seeds: [],
  processes: 0,
  without: {},
  statementHtml: '<p>Do it.</p>',
  hintsHtml: ['<p>one</p>', '<p>two</p>'],
  explanationHtml: '<p>why</p>',
  translations: [],
  starter: [{ path: 'solution.py', text: starter }],
  solution: [{ path: 'solution.py', text: 'def f():\n    return 1\n' }],
  visibleTests: [{ path: 'tests/test_a.py', text: 'def test_a(): ...' }],
  hiddenTests: [{ path: 'tests/test_h.py', text: 'def test_h(): ...' }],
  shownAssets: [],
  assets: [],
  mutants: [],
};

const capture = { text: '', total: 0, dropped: 0 };
const passing: TestResult = {
  id: 'a',
  name: 'a',
  file: 'tests/test_a.py',
  line: 1,
  outcome: 'passed',
  seconds: 0.001,
  failure: null,
  skipReason: '',
  stdout: capture,
  stderr: capture,
  log: capture,
  warnings: [],
};

function report(outcome: 'passed' | 'failed'): Report {
  return {
    schema: 1,
    python: '3.14.2',
    pytest: '9.2.0',
    exit: 'finished',
    exitMessage: '',
    seconds: 0.1,
    planned: [{ id: 'a', name: 'a', file: 'tests/test_a.py', line: 1 }],
    tests: [{ ...passing, outcome }],
    collectionErrors: [],
    interruptedAt: [],
    starterUnchanged: false,
    stdout: capture,
    stderr: capture,
    warnings: [],
  };
}

let clock: number;
let ids: number;
let store: LearnerStore;
let sandbox: FakeSandbox;
const opened: Workspace[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  clock = 1_000;
  ids = 0;
  const listeners = new Set<(change: StoreChange) => void>();
  tell = (change) => {
    for (const listener of listeners) listener(change);
  };
  store = createLearnerStore({
    tables: createMemoryTables(),
    status: { kind: 'persistent' },
    now: () => clock++,
    newId: () => `s${ids++}`,
    announcer: {
      announce: tell,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  sandbox = createFakeSandbox();
});

afterEach(() => {
  for (const workspace of opened.splice(0)) workspace.dispose();
  vi.useRealTimers();
});

function createTab(of: Challenge = challenge): Workspace {
  const workspace = createWorkspaceStore({
    challenge: of,
    sandbox,
    capabilities: { sharedMemory: true, stackSwitching: true },
    store,
    now: () => clock++,
    newId: () => `r${ids++}`,
  });
  opened.push(workspace);
  return workspace;
}

async function openTab(of?: Challenge): Promise<Workspace> {
  const workspace = createTab(of);
  await workspace.open();
  return workspace;
}

let tell: (change: StoreChange) => void;

const textOf = (workspace: Workspace) => workspace.draft.state.getState().files[0]?.text;
const storedText = async () => (await store.loadDraft('sample'))?.files[0]?.text;
const type = (workspace: Workspace, text: string) => workspace.draft.edit('solution.py', text);
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a run', () => {
  test('goes from the click through its tests to a recorded attempt', async () => {
    const workspace = await openTab();
    expect(sandbox.prepared).toContainEqual(['flask']);
    type(workspace, 'mine');
    const whole = workspace.run('visible');
    await settle();
    expect(workspace.state.getState().run.kind).toBe('waiting-for-boot');
    const run = sandbox.currentRun();
    expect(run?.request.files).toContainEqual({ path: 'solution.py', text: 'mine' });
    expect(run?.request.testFiles).toEqual(['tests/test_a.py']);

    run?.start();
    run?.emit({ type: 'finished', test: passing });
    expect(workspace.state.getState().run).toMatchObject({ kind: 'running', tests: [{ id: 'a' }] });
    run?.end({ kind: 'reported', report: report('passed') });
    await whole;

    expect(workspace.state.getState().run).toMatchObject({ kind: 'ended', verdict: { kind: 'passed' } });
    const [attempt] = await store.listAttempts('sample');
    expect(attempt).toMatchObject({ mode: 'visible', verdict: 'passed', passed: 1, total: 1 });
    const snapshots = await store.listSnapshots('sample');
    expect(snapshots.find((snapshot) => snapshot.id === attempt?.snapshotId)).toMatchObject({
      reason: 'run',
      files: [{ path: 'solution.py', text: 'mine' }],
    });
    expect(workspace.state.getState().progress).toMatchObject({ attempts: 1, solvedAt: null });
  });

  test('a submission that passes solves the challenge', async () => {
    const workspace = await openTab();
    const whole = workspace.run('all');
    await settle();
    sandbox.currentRun()?.start();
    expect(sandbox.currentRun()?.request.testFiles).toEqual(['tests/test_a.py', 'tests/test_h.py']);
    sandbox.currentRun()?.end({ kind: 'reported', report: report('passed') });
    await whole;
    expect(workspace.state.getState().progress?.solvedAt).not.toBeNull();
  });

  test('pressed early waits, can be cancelled, and is no attempt', async () => {
    const workspace = await openTab();
    const whole = workspace.run('visible');
    await settle();
    expect(workspace.state.getState().run.kind).toBe('waiting-for-boot');
    workspace.stop();
    await whole;
    expect(workspace.state.getState().run).toMatchObject({ kind: 'ended', verdict: { kind: 'cancelled' } });
    expect(await store.listAttempts()).toEqual([]);
  });

  test('pressed before the stored draft is there, it waits for it and runs the learner’s code', async () => {
    const first = await openTab();
    type(first, 'mine');
    await first.draft.flush();

    const workspace = createTab();
    const whole = workspace.run('visible');
    void workspace.open();
    expect(workspace.state.getState().run.kind).toBe('waiting-for-boot');
    await settle();
    expect(sandbox.currentRun()?.request.files).toContainEqual({ path: 'solution.py', text: 'mine' });
    sandbox.currentRun()?.start();
    sandbox.currentRun()?.end({ kind: 'reported', report: report('passed') });
    await whole;
    expect(workspace.state.getState().run).toMatchObject({ kind: 'ended', verdict: { kind: 'passed' } });
  });

  test('a second click while one is under way does nothing', async () => {
    const workspace = await openTab();
    const first = workspace.run('visible');
    await workspace.run('visible');
    await settle();
    sandbox.currentRun()?.start();
    sandbox.currentRun()?.end({ kind: 'reported', report: report('failed') });
    await first;
    expect(await store.listAttempts()).toHaveLength(1);
  });

  test('a device that refuses the attempt does not take the verdict away', async () => {
    const workspace = await openTab();
    vi.spyOn(store, 'addAttempt').mockRejectedValue(new Error('full'));
    const whole = workspace.run('visible');
    await settle();
    sandbox.currentRun()?.start();
    sandbox.currentRun()?.end({ kind: 'reported', report: report('failed') });
    await whole;
    expect(workspace.state.getState().run).toMatchObject({ kind: 'ended', verdict: { kind: 'failed' } });
    expect(workspace.state.getState().recordProblem).not.toBeNull();
  });
});

describe('a draft', () => {
  test('is saved a moment after the first change, with all that was typed until then', async () => {
    const workspace = await openTab();
    type(workspace, 'a');
    await vi.advanceTimersByTimeAsync(saveDelay / 2);
    type(workspace, 'ab');
    expect(workspace.draft.state.getState().save.kind).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(saveDelay / 2);
    expect(await storedText()).toBe('ab');
    expect(workspace.draft.state.getState().save.kind).toBe('saved');
  });

  test('is saved by the next key when keys have kept the timer waiting', async () => {
    const workspace = await openTab();
    type(workspace, 'a');
    clock += saveDelay;
    type(workspace, 'ab');
    await settle();
    expect(await storedText()).toBe('ab');
  });

  test('waits no longer for a save that took its time', async () => {
    const workspace = await openTab();
    const real = store.saveDraft;
    let answer = () => {};
    vi.spyOn(store, 'saveDraft').mockImplementationOnce(async (draft) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return real(draft);
    });
    type(workspace, 'a');
    await vi.advanceTimersByTimeAsync(saveDelay);
    type(workspace, 'ab');
    clock += saveDelay;
    answer();
    await settle();
    await vi.advanceTimersByTimeAsync(0);
    expect(await storedText()).toBe('ab');
  });

  test('waits as long as ever when the clock is set back', async () => {
    const workspace = await openTab();
    type(workspace, 'a');
    clock -= 900;
    type(workspace, 'ab');
    await vi.advanceTimersByTimeAsync(saveDelay);
    expect(await storedText()).toBe('ab');
  });

  test('typed back to what is stored waits for nothing', async () => {
    const workspace = await openTab();
    type(workspace, 'x');
    type(workspace, starter);
    await vi.advanceTimersByTimeAsync(saveDelay);
    expect(workspace.draft.state.getState().save.kind).toBe('unchanged');
    expect(await store.loadDraft('sample')).toBeNull();
  });

  test('is saved at once when the page goes', async () => {
    const workspace = await openTab();
    type(workspace, 'last words');
    await workspace.draft.flush();
    expect(await storedText()).toBe('last words');
  });

  test('asked to be saved from several sides while a slow save goes on, is never in conflict with itself', async () => {
    const workspace = await openTab();
    const save = store.saveDraft.bind(store);
    vi.spyOn(store, 'saveDraft').mockImplementation(async (draft) => {
      const result = await save(draft);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      return result;
    });
    type(workspace, 'one');
    const flushes = [workspace.draft.flush()];
    type(workspace, 'two');
    flushes.push(workspace.draft.flush(), workspace.draft.flush());
    await vi.advanceTimersByTimeAsync(7_000);
    type(workspace, 'three');
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(flushes);
    expect(workspace.draft.state.getState().conflict).toBeNull();
    expect(await storedText()).toBe('three');
    expect(await store.listSnapshots('sample')).toEqual([]);
  });

  test('comes back on the next visit', async () => {
    const first = await openTab();
    type(first, 'mine');
    await first.draft.flush();
    first.dispose();
    expect(textOf(await openTab())).toBe('mine');
  });

  test('says when the device refuses, and is saved when it takes it again', async () => {
    const workspace = await openTab();
    const save = vi
      .spyOn(store, 'saveDraft')
      .mockResolvedValue({ kind: 'failed', message: 'The disk is full.' });
    type(workspace, 'mine');
    await workspace.draft.flush();
    expect(workspace.draft.state.getState().save).toEqual({ kind: 'failed', message: 'The disk is full.' });
    save.mockRestore();
    await workspace.draft.flush();
    expect(await storedText()).toBe('mine');
  });

  test('a device that does not answer is named, and the save is still waited for', async () => {
    const workspace = await openTab();
    const real = store.saveDraft;
    let answer = () => {};
    vi.spyOn(store, 'saveDraft').mockImplementation(async (draft) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return real(draft);
    });
    type(workspace, 'mine');
    await vi.advanceTimersByTimeAsync(saveDelay + savePatience);
    expect(workspace.draft.state.getState().save.kind).toBe('failed');
    answer();
    await settle();
    expect(workspace.draft.state.getState().save.kind).toBe('saved');
    expect(await storedText()).toBe('mine');
  });

  test('is stored anew when the browser removed everything', async () => {
    const workspace = await openTab();
    type(workspace, 'mine');
    await workspace.draft.flush();
    await store.eraseAll();
    await settle();
    tell({ type: 'emptied' });
    await vi.advanceTimersByTimeAsync(saveDelay);
    expect(await storedText()).toBe('mine');
  });

  test('may be left when it is stored and nothing runs, and says why when not', async () => {
    const workspace = await openTab();
    type(workspace, 'mine');
    expect(await workspace.prepareToLeave()).toBeNull();
    expect(await storedText()).toBe('mine');
    vi.spyOn(store, 'saveDraft').mockResolvedValue({ kind: 'failed', message: 'The disk is full.' });
    type(workspace, 'more');
    expect(await workspace.prepareToLeave()).toMatch(/not saved, so nothing was reloaded/);
    void workspace.run('visible');
    expect(await workspace.prepareToLeave()).toMatch(/running, so nothing was reloaded/);
  });

  test('follows another tab silently when nothing is unsaved here', async () => {
    const here = await openTab();
    const there = await openTab();
    type(there, 'from the other tab');
    await there.draft.flush();
    await settle();
    expect(textOf(here)).toBe('from the other tab');
    expect(here.draft.state.getState().conflict).toBeNull();
  });
});

describe('two tabs with different changes', () => {
  async function collide() {
    const here = await openTab();
    const there = await openTab();
    type(here, 'mine');
    type(there, 'theirs');
    await there.draft.flush();
    await here.draft.flush();
    expect(here.draft.state.getState().conflict?.files[0]?.text).toBe('theirs');
    expect(await storedText()).toBe('theirs');
    return here;
  }
  const keptTexts = async () =>
    (await store.listSnapshots('sample')).map((snapshot) => snapshot.files[0]?.text);

  test('ask, and keep mine when told so', async () => {
    const here = await collide();
    await here.draft.keepMine();
    expect(await storedText()).toBe('mine');
    expect(await keptTexts()).toEqual(expect.arrayContaining(['mine', 'theirs']));
    expect(here.draft.state.getState().conflict).toBeNull();
  });

  test('ask, and take theirs when told so, with a way back', async () => {
    const here = await collide();
    await here.draft.takeTheirs();
    expect(textOf(here)).toBe('theirs');
    expect(await keptTexts()).toContain('mine');
    await here.undo();
    expect(textOf(here)).toBe('mine');
  });

  test('keep what is typed while the question is open', async () => {
    const here = await collide();
    type(here, 'mine, longer');
    await here.draft.flush();
    expect(await storedText()).toBe('theirs');
    expect(await keptTexts()).toContain('mine, longer');
  });

  test('while it is open, typing is kept within a moment, in one copy that grows', async () => {
    const here = await collide();
    for (const text of ['mine, 1', 'mine, 12', 'mine, 123']) {
      type(here, text);
      await vi.advanceTimersByTimeAsync(saveDelay);
      expect(await keptTexts()).toEqual([text]);
    }
    expect(await storedText()).toBe('theirs');
  });

  test('when no copy can be stored, neither version is given up and the page says so', async () => {
    const here = await collide();
    type(here, 'mine, longer');
    vi.spyOn(store, 'addSnapshot').mockRejectedValue(new Error('full'));
    await here.draft.takeTheirs();
    await here.draft.keepMine();
    expect(textOf(here)).toBe('mine, longer');
    expect(await storedText()).toBe('theirs');
    expect(here.draft.state.getState().save).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('Download'),
    });
    expect(here.wouldLoseWork()).toBe(true);
  });
});

describe('going back', () => {
  test('what cannot be kept is not replaced', async () => {
    const workspace = await openTab();
    type(workspace, 'mine');
    vi.spyOn(store, 'addSnapshot').mockRejectedValue(new Error('full'));
    await workspace.reset();
    await workspace.showSolution();
    expect(textOf(workspace)).toBe('mine');
    expect(workspace.draft.state.getState().save).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('nothing was replaced'),
    });
  });

  test('Reset shows the starter, keeps the code, and can be undone', async () => {
    const workspace = await openTab();
    type(workspace, 'mine');
    await workspace.draft.flush();
    await workspace.reset();
    expect(textOf(workspace)).toBe(starter);
    expect(await storedText()).toBe(starter);
    await workspace.undo();
    expect(textOf(workspace)).toBe('mine');
    await workspace.draft.flush();
    expect(await storedText()).toBe('mine');
    const reasons = (await store.listSnapshots('sample')).map((snapshot) => snapshot.reason);
    expect(reasons).toContain('before-reset');
  });

  test('undoing after typing on keeps that typing as a snapshot', async () => {
    const workspace = await openTab();
    type(workspace, 'mine');
    await workspace.reset();
    type(workspace, 'a new beginning');
    await workspace.undo();
    await settle();
    expect(textOf(workspace)).toBe('mine');
    const kept = (await store.listSnapshots('sample')).map((snapshot) => snapshot.files[0]?.text);
    expect(kept).toContain('a new beginning');
  });

  test('showing the solution is remembered and can be undone', async () => {
    const workspace = await openTab();
    type(workspace, 'mine');
    await workspace.showSolution();
    expect(textOf(workspace)).toContain('return 1');
    expect(workspace.state.getState().progress?.solutionShownAt).not.toBeNull();
    await workspace.undo();
    expect(textOf(workspace)).toBe('mine');
  });
});

test('a draft of an older version keeps its text and asks what to do', async () => {
  const old: Draft = {
    slug: 'sample',
    challengeVersion: 1,
    files: [{ path: 'solution.py', text: 'old work' }],
    savedAt: 1,
    revision: 0,
  };
  await store.saveDraft(old);
  const workspace = await openTab({ ...challenge, version: 3 });
  expect(textOf(workspace)).toBe('old work');
  expect(workspace.draft.state.getState().changedFrom).toBe(1);
  workspace.draft.acceptNewVersion();
  await workspace.draft.flush();
  expect((await store.loadDraft('sample'))?.challengeVersion).toBe(3);
  expect(workspace.draft.state.getState().changedFrom).toBeNull();
});

test('hints are shown one at a time, remembered, and never more than there are', async () => {
  const workspace = await openTab();
  await workspace.showNextHint();
  await workspace.showNextHint();
  await workspace.showNextHint();
  expect((await store.loadProgress('sample'))?.hintsShown).toBe(2);
});
