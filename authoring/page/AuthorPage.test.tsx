// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPaths } from '../../src/domain/app-paths.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import { findAccessibilityProblems } from '../../src/pages/accessibility.ts';
import { createLearnerStoreDouble } from '../../src/pages/learner-store-double.ts';
import { createFakeSandbox } from '../../src/sandbox/fake-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { AuthorPage } from './AuthorPage.tsx';
import { createAuthorStore } from './author-store.ts';
import { createRememberedRuns, hashText } from './remembered-runs.ts';
import { createTabMemory } from './run-memory.ts';
import { createRunQueue } from './run-queue.ts';
import {
  createSampleSource,
  createWordSandbox,
  type SampleFolders,
  sampleChallenge,
  toFiles,
  withMutant,
} from './samples.ts';

beforeEach(() => {
  location.hash = '';
});
afterEach(cleanup);

async function show(folders: Partial<SampleFolders> = {}, sandbox: Sandbox = createWordSandbox().sandbox) {
  const source = createSampleSource({ challenges: [sampleChallenge], broken: [], ...folders });
  const queue = createRunQueue([sandbox], () => 0);
  const runs = createRememberedRuns({ queue, memory: createTabMemory(), imageId: 'image', hashText });
  const store = createAuthorStore({ source, queue, runs });
  await act(async () => {
    render(
      <AuthorPage
        store={store}
        settings={createLearnerStoreDouble().store}
        paths={createPaths('../', { author: 'author/' })}
      />,
    );
  });
  return { source, store };
}

const goTo = (hash: string) =>
  act(async () => {
    location.hash = hash;
    dispatchEvent(new Event('hashchange'));
  });
const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));
const openTab = (name: string) => act(async () => fireEvent.click(screen.getByRole('tab', { name })));
const rowOf = (title: string) => within(screen.getByRole('row', { name: new RegExp(`^${title}`) }));
const section = (name: string) => within(screen.getAllByRole('region', { name })[0] ?? document.body);

describe('all folders', () => {
  test('each has its gate in words, with tests, runs and seconds', async () => {
    await show();
    expect(await screen.findByText('Passes')).toBeTruthy();
    const cells = rowOf('A sample').getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual(['Passes', '3', '10', '0.00']);
    expect(screen.getByRole('status').textContent).toContain('1 passes');
  });

  test('a run says how far it is, and can be stopped and go on', async () => {
    const sandbox = createFakeSandbox();
    await show({}, sandbox);
    expect(await screen.findByText('Running, 0 of 5')).toBeTruthy();
    await press('Stop all runs');
    expect(screen.getByText('Stopped')).toBeTruthy();
    expect(sandbox.currentRun()).toBeNull();
    await press('Go on');
    expect(screen.getByText('Running, 0 of 5')).toBeTruthy();
    await vi.waitFor(() => expect(sandbox.currentRun()).not.toBeNull());
  });

  test('a broken folder shows its sentence, file and line, and can be looked at alone', async () => {
    const problems = [
      {
        file: 'challenge.toml',
        line: 7,
        message: 'The title is missing. Add one.',
        severity: 'error' as const,
      },
    ];
    await show({ broken: [{ slug: 'half', title: null, content: null, problems }] });
    const broken = rowOf('half');
    expect(broken.getByText('Needs repair')).toBeTruthy();
    expect(screen.getByText('challenge.toml, line 7')).toBeTruthy();
    expect(screen.getByText(/The title is missing/)).toBeTruthy();
    await screen.findByText('Passes');
    fireEvent.change(screen.getByRole('combobox', { name: 'Show' }), { target: { value: 'work' } });
    expect(screen.queryByText('A sample')).toBeNull();
    expect(screen.getByText('half')).toBeTruthy();
  });

  test('says what to do when the server is gone', async () => {
    const { source } = await show();
    await act(async () => source.lose());
    expect(screen.getByText(/Start it again with npm start/)).toBeTruthy();
  });

  test('has no accessibility problems that a machine can find', async () => {
    await show();
    await screen.findByText('Passes');
    expect(await findAccessibilityProblems()).toEqual([]);
  });
});

describe('one folder', () => {
  test('says per mutant which tests caught it, and per test what it catches', async () => {
    await show();
    await goTo('#sample');
    await screen.findAllByText('Passes');
    const mutants = section('Wrong solutions');
    expect(mutants.getByText('Caught by 2 tests')).toBeTruthy();
    expect(mutants.getAllByText('test_first')).toHaveLength(2);

    expect(rowOf('first ').getByText('2 mutants')).toBeTruthy();
    expect(screen.getByText('catches none')).toBeTruthy();
    expect(screen.getByText(/One test catches no wrong solution/)).toBeTruthy();
    expect(rowOf('second ').getAllByRole('img', { name: 'caught' })).toHaveLength(1);
    expect(rowOf('second ').getByText('not caught')).toBeTruthy();
  });

  test('a mutant that survives says so, with what to do', async () => {
    const { source } = await show();
    await goTo('#sample');
    await screen.findAllByText('Passes');
    const changed = withMutant(sampleChallenge, 'one', '# right');
    await act(async () => source.save({ challenges: [changed] }, ['sample/mutants/one.py']));
    expect(await screen.findByText('Survives: no test notices it')).toBeTruthy();
    expect(section('Problems').getByText(/The mutant one survives.*Add one that does/)).toBeTruthy();
    expect(screen.getByText('Saved: sample/mutants/one.py')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('A sample: 1 problem.');

    await act(async () => source.save({ challenges: [sampleChallenge] }, ['sample/mutants/one.py']));
    await vi.waitFor(() => expect(screen.queryByText('Survives: no test notices it')).toBeNull());
    expect(screen.queryByRole('region', { name: 'Problems' })).toBeNull();
  });

  test('shows the messages of a solution that fails, and of the starter', async () => {
    const wrong: Challenge = { ...sampleChallenge, solution: toFiles('# red test_second') };
    await show({ challenges: [wrong] });
    await goTo('#sample');
    await screen.findByText('1 problem');
    expect(rowOf('Solution, in order').getByText('tests/test_a.py::test_second')).toBeTruthy();
    expect(rowOf('Starter').getByText('Fails 2 tests, as it should')).toBeTruthy();
  });

  test('leads to the challenge with each text in the editor', async () => {
    await show();
    await goTo('#sample');
    await openTab('Play it');
    const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(hrefOf('With the solution')).toBe('../c/sample/?load=solution');
    expect(hrefOf('With the mutant two')).toBe('../c/sample/?load=mutant%3Atwo');
    expect(hrefOf('As a learner, with your own draft')).toBe('../c/sample/');
  });

  // What is in the frame is shown by the journey: the test page here has no frames.
  test('shows the words at the width of a desktop or a phone', async () => {
    await show();
    await goTo('#sample');
    await openTab('Words');
    const frame = await screen.findByTitle<HTMLIFrameElement>('A sample, as learners see it');
    expect(frame.style.width).toBe('');
    fireEvent.change(screen.getByRole('combobox', { name: 'Width' }), { target: { value: 'phone' } });
    expect(frame.style.width).toBe('390px');
  });

  test('has no accessibility problems that a machine can find', async () => {
    await show();
    await goTo('#sample');
    await screen.findAllByText('Passes');
    expect(await findAccessibilityProblems()).toEqual([]);
  });

  test('a folder that is not there is named', async () => {
    await show();
    await goTo('#gone');
    expect(screen.getByText(/There is no folder gone/)).toBeTruthy();
  });
});
