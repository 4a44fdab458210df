// @vitest-environment happy-dom
/** A challenge that needs what this browser lacks: said beforehand, and nothing ends red for it. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPaths } from '../domain/app-paths.ts';
import type { EngineCapabilities } from '../domain/capabilities.ts';
import type { Challenge } from '../domain/challenge.ts';
import { noUpdates } from '../offline/site-updates.ts';
import { createFakeSandbox, type FakeSandbox } from '../sandbox/fake-sandbox.ts';
import { findAccessibilityProblems } from './accessibility.ts';
import { ChallengePage } from './ChallengePage.tsx';
import { createLearnerStoreDouble } from './learner-store-double.ts';
import { exampleCapabilities, exampleChallenge, exampleEntry } from './page-examples.ts';

const noThreads: EngineCapabilities = { sharedMemory: true, stackSwitching: false };
const noMemory: EngineCapabilities = { sharedMemory: false, stackSwitching: true };
let sandbox: FakeSandbox;

beforeEach(() => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('coarse') || query === '(max-width: 1100px)',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  Element.prototype.scrollIntoView = () => undefined;
  sandbox = createFakeSandbox();
  sandbox.setState({ kind: 'idle' });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function openPage(changes: Partial<Challenge>, capabilities: EngineCapabilities) {
  let ids = 0;
  const challenge = { ...exampleChallenge, ...changes };
  const other = exampleEntry('race-explorer', 'Race Explorer', 'gc', 2, 2, 20);
  render(
    <ChallengePage
      challenge={challenge}
      catalog={{ tracks: [], entries: [challenge, other], broken: [] }}
      paths={createPaths('../../')}
      services={{
        store: createLearnerStoreDouble().store,
        updates: noUpdates,
        sandbox,
        capabilities,
        now: () => 1_000,
        newId: () => `id${ids++}`,
      }}
    />,
  );
  await screen.findByRole('textbox', { name: /solution\.py/ });
}

const pressRun = () => fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
const pressRunFile = () => fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true, altKey: true });
const runButtons = () => screen.queryAllByRole('button', { name: /^(Run|Submit)/ });

test('without threads the challenge is read only: the banner says why, and nothing runs', async () => {
  await openPage({ needs: ['threads'] }, noThreads);
  expect(screen.getByText(/^This challenge needs threads, which this browser cannot give it/)).toBeTruthy();
  expect(screen.getByText(/cannot switch WebAssembly stacks/)).toBeTruthy();
  expect(screen.getByText(/You can read everything here/)).toBeTruthy();
  expect(runButtons()).toEqual([]);
  expect(screen.getByRole('heading', { name: 'Nothing can be run here', hidden: true })).toBeTruthy();
  pressRun();
  pressRunFile();
  expect(sandbox.currentRun()).toBeNull();
  expect(sandbox.currentProgram()).toBeNull();
  expect(sandbox.prepared).toEqual([]);
  expect(await findAccessibilityProblems()).toEqual([]);
});

test('without shared memory processes are missing, and the page names it', async () => {
  await openPage({ needs: ['processes'], processes: 2 }, noMemory);
  expect(screen.getByText(/^This challenge needs processes/)).toBeTruthy();
  expect(screen.getByText(/The page has no shared memory/)).toBeTruthy();
  expect(runButtons()).toEqual([]);
});

test('threads alone do not need shared memory', async () => {
  await openPage({ needs: ['threads'] }, noMemory);
  expect(screen.queryByText(/^This challenge needs/)).toBeNull();
  expect(runButtons()).not.toEqual([]);
});

test('an alternative is one click away', async () => {
  await openPage(
    { needs: ['threads'], without: { threads: { kind: 'alternative', slug: 'race-explorer' } } },
    noThreads,
  );
  expect(screen.getByText(/runs here: Race Explorer/)).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Open that one' });
  expect(link.getAttribute('href')).toContain('race-explorer');
  expect(runButtons()).toEqual([]);
});

test('where tests can be skipped it runs, and the run says what is missing', async () => {
  await openPage({ needs: ['threads'], without: { threads: { kind: 'skip-tests' } } }, noThreads);
  expect(screen.getByText(/the tests that need it are skipped/)).toBeTruthy();
  pressRun();
  await vi.waitFor(() => expect(sandbox.currentRun()?.request.missing).toEqual(['threads']));
});

test('an interpreter that turns out to lack it stops the run that waits for it', async () => {
  await openPage({ needs: ['threads'] }, exampleCapabilities);
  pressRun();
  await vi.waitFor(() => expect(sandbox.currentRun()).not.toBeNull());
  act(() => sandbox.setState({ kind: 'ready', python: '3.14.2', capabilities: noThreads }));
  expect(await screen.findByText(/^This challenge needs threads/)).toBeTruthy();
  const results = within(screen.getByRole('region', { name: 'Results' }));
  expect(await results.findByRole('heading', { name: 'Nothing can be run here' })).toBeTruthy();
});
