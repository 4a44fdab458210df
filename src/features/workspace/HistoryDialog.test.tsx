// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Challenge } from '../../domain/challenge.ts';
import type { SnapshotReason } from '../../domain/draft.ts';
import { createFakeSandbox } from '../../sandbox/fake-sandbox.ts';
import { createLearnerStore } from '../../storage/create-learner-store.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';
import { createMemoryTables } from '../../storage/memory-tables.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { createWorkspaceStore, type Workspace } from './workspace-store.ts';

const challenge = {
  slug: 'sample',
  version: 2,
  packages: [],
  needs: [],
  processes: 0,
  without: {},
  starter: [
    { path: 'solution.py', text: 'the starter' },
    { path: 'other.py', text: 'other' },
  ],
} as unknown as Challenge;
const noon = new Date(2026, 4, 10, 12).getTime();

let clock: number;
let store: LearnerStore;
let workspace: Workspace;

beforeEach(async () => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  clock = noon;
  let ids = 0;
  store = createLearnerStore({
    tables: createMemoryTables(),
    status: { kind: 'persistent' },
    now: () => clock++,
    newId: () => `s${ids++}`,
    announcer: { announce: () => undefined, subscribe: () => () => undefined },
  });
  workspace = createWorkspaceStore({
    challenge,
    sandbox: createFakeSandbox(),
    capabilities: { sharedMemory: true, stackSwitching: true },
    store,
    now: () => clock++,
    newId: () => `r${ids++}`,
  });
  await workspace.open();
});

afterEach(() => {
  workspace.dispose();
  cleanup();
});

/** Keeps a copy as an older version of the challenge did: with one file. */
async function keep(text: string, reason: SnapshotReason): Promise<string> {
  const files = [{ path: 'solution.py', text }];
  const draft = { slug: 'sample', challengeVersion: 1, files, savedAt: 0, revision: 0 };
  return (await store.addSnapshot(draft, reason)).id;
}

function openDialog() {
  const onClose = vi.fn();
  render(
    <HistoryDialog
      isOpen
      workspace={workspace}
      now={() => noon + 86_400_000}
      renderDiff={(left, right) => <p>{`${left} -> ${right}`}</p>}
      onClose={onClose}
    />,
  );
  return onClose;
}
const isDisabled = async () =>
  (await screen.findByRole<HTMLButtonElement>('button', { name: 'Bring this back' })).disabled;
const textNow = () => workspace.draft.state.getState().files.map((file) => file.text);

test('says so when there are no copies yet', async () => {
  openDialog();
  expect(await screen.findByText(/^There are no copies yet/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Bring this back' })).toBeNull();
});

test('says so when the copies cannot be read', async () => {
  store.listSnapshots = () => Promise.reject(new Error('no'));
  openDialog();
  expect(await screen.findByText(/could not be read\. They are not lost/)).toBeTruthy();
});

test('lists the copies newest first, with when, why and how the run ended', async () => {
  const attempt = {
    slug: 'sample',
    challengeVersion: 1,
    startedAt: noon,
    seconds: 1,
    mode: 'visible',
  } as const;
  const ran = await keep('one', 'run');
  await store.addAttempt({ ...attempt, id: 'a', verdict: 'failed', passed: 5, total: 7, snapshotId: ran });
  const endless = await keep('two', 'submit');
  await store.addAttempt({
    ...attempt,
    id: 'b',
    verdict: 'timed-out',
    passed: 1,
    total: 7,
    snapshotId: endless,
  });
  await keep('three', 'before-reset');
  await keep('three', 'other-tab');
  openDialog();
  const radios = await screen.findAllByRole('radio');
  expect(radios.map((radio) => radio.closest('label')?.querySelector('.history__why')?.textContent)).toEqual([
    'Two tabs differed',
    'Submit: out of time',
    'Run: 5 of 7 passed',
  ]);
  expect(screen.getAllByText(/^yesterday, 12:00.PM$/)).toHaveLength(3);
});

test('compares the chosen copy with the present code and brings it back, with a way back', async () => {
  await keep('earlier', 'run');
  await keep('later', 'run');
  workspace.draft.edit('solution.py', 'mine');
  const onClose = openDialog();
  expect(await screen.findByText('mine -> later')).toBeTruthy();
  fireEvent.click(screen.getAllByRole('radio')[1] as HTMLElement);
  expect(screen.getByText('mine -> earlier')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Bring this back' }));
  expect(onClose).toHaveBeenCalled();
  await vi.waitFor(() => expect(textNow()).toEqual(['earlier', 'other']));
  const kept = (await store.listSnapshots('sample')).at(-1);
  expect([kept?.reason, kept?.files[0]?.text]).toEqual(['before-restore', 'mine']);
  expect(workspace.state.getState().notice.text).toContain('The earlier copy is in the editor.');
  workspace.undo();
  expect(textNow()).toEqual(['mine', 'other']);
});

test('a copy that is the present code cannot be brought back, and another is shown first', async () => {
  await keep('earlier', 'run');
  await keep('mine', 'run');
  workspace.draft.edit('solution.py', 'mine');
  openDialog();
  expect(await screen.findByText('mine -> earlier')).toBeTruthy();
  expect(await isDisabled()).toBe(false);
  fireEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  expect(screen.getByText('This copy is the code you have now.')).toBeTruthy();
  expect(await isDisabled()).toBe(true);
});
