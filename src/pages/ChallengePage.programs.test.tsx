// @vitest-environment happy-dom
/** A file that runs as a program, as the learner meets it on the page; the sandbox is scripted. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPaths } from '../domain/app-paths.ts';
import type { ProgramEnding } from '../domain/program-run.ts';
import { noUpdates } from '../offline/site-updates.ts';
import { createFakeSandbox, type FakeSandbox } from '../sandbox/fake-sandbox.ts';
import { ChallengePage } from './ChallengePage.tsx';
import { createLearnerStoreDouble } from './learner-store-double.ts';
import { exampleCapabilities, exampleChallenge } from './page-examples.ts';

let sandbox: FakeSandbox;

beforeEach(() => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('coarse') || query === '(max-width: 1100px)',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function openPage() {
  let ids = 0;
  sandbox = createFakeSandbox();
  render(
    <ChallengePage
      challenge={exampleChallenge}
      catalog={{ tracks: [], entries: [exampleChallenge], broken: [] }}
      paths={createPaths('../../')}
      services={{
        store: createLearnerStoreDouble().store,
        updates: noUpdates,
        sandbox,
        capabilities: exampleCapabilities,
        now: () => 1_000,
        newId: () => `id${ids++}`,
      }}
    />,
  );
  await screen.findByRole('textbox', { name: /solution\.py/ });
}

const results = () => within(screen.getByRole('region', { name: 'Results' }));
const pressRunFile = () => fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true, altKey: true });

async function startProgram() {
  await openPage();
  pressRunFile();
  const program = await vi.waitFor(() => {
    const begun = sandbox.currentProgram();
    if (begun === null) throw new Error('No program was started.');
    return begun;
  });
  act(() => program.start());
  return program;
}

const exited = (exitCode: number, line: number | null = null): ProgramEnding => ({
  kind: 'exited',
  report: {
    schema: 1,
    python: '3.14.2',
    exitCode,
    error:
      line === null
        ? null
        : {
            type: 'ValueError',
            message: 'no',
            frames: [
              {
                file: 'solution.py',
                line,
                endLine: line,
                column: 1,
                endColumn: 2,
                function: 'f',
                source: 'raise ValueError("no")',
                origin: 'learner',
              },
            ],
          },
    droppedCharacters: 0,
    seconds: 0.1,
  },
});

test('runs the learner’s file without tests, and shows what it prints as it comes', async () => {
  const program = await startProgram();
  expect(program.request).toMatchObject({ program: 'solution.py', testFiles: [], clock: 'real' });
  expect(program.request.files.map((file) => file.path)).toEqual(['solution.py']);
  await results().findByRole('heading', { name: 'solution.py is running' });
  program.emit({ type: 'printed', stream: 'stdout', text: 'one\n' });
  const output = await results().findByRole('group', { name: 'Output of solution.py' });
  program.emit({ type: 'printed', stream: 'stdout', text: 'two\n' });
  await vi.waitFor(() => expect(output.textContent).toBe('one\ntwo\n'));
  program.end(exited(0));
  await results().findByRole('heading', { name: 'solution.py ended with exit code 0' });
  expect(output.textContent).toBe('one\ntwo\n');
});

test('the line that it waits for is typed in a row with its question, and Enter sends it', async () => {
  const program = await startProgram();
  program.emit({ type: 'printed', stream: 'stdout', text: 'Hello.\nWho? ' });
  const answer = program.ask();
  const field = await results().findByRole('textbox', { name: 'A line for the program: Who?' });
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: 'Ada' } });
  fireEvent.submit(field);
  expect(await answer).toBe('Ada');
  await vi.waitFor(() => expect(results().queryByRole('textbox')).toBeNull());
  expect(results().getByRole('group', { name: 'Output of solution.py' }).textContent).toBe(
    'Hello.\nWho? Ada\n',
  );
});

test.each([
  [
    'Ctrl+D',
    () => fireEvent.keyDown(results().getByRole('textbox'), { key: 'd', code: 'KeyD', ctrlKey: true }),
  ],
  ['the button', () => fireEvent.click(results().getByRole('button', { name: 'End input' }))],
])('%s ends the input', async (_name, act) => {
  const program = await startProgram();
  const answer = program.ask();
  await results().findByRole('textbox', { name: 'A line for the program' });
  act();
  expect(await answer).toBeNull();
});

test('Stop ends it, and tests cannot run beside it', async () => {
  await startProgram();
  fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
  expect(sandbox.currentRun()).toBeNull();
  fireEvent.keyDown(window, { key: '.', code: 'Period', ctrlKey: true });
  await results().findByRole('heading', { name: 'Stopped by you' });
});

test('an exception names its line, and the traceback leads there', async () => {
  const program = await startProgram();
  const traceback =
    'Traceback:\n  File "/home/pyodide/challenge/solution.py", line 2, in f\nValueError: no\n';
  program.emit({ type: 'printed', stream: 'stderr', text: traceback });
  program.end(exited(1, 2));
  await results().findByRole('heading', { name: 'solution.py ended with exit code 1' });
  expect(results().getByRole('button', { name: 'Go to line 2' })).toBeTruthy();
  expect(results().getByRole('button', { name: 'Go to solution.py, line 2' })).toBeTruthy();
  expect(results().getByText('ValueError: no', { selector: 'bdi' })).toBeTruthy();
});

test('tests and output take turns, one tab away', async () => {
  const program = await startProgram();
  program.end(exited(0));
  await results().findByRole('heading', { name: 'solution.py ended with exit code 0' });
  fireEvent.click(results().getByRole('tab', { name: 'Tests' }));
  expect(await results().findByText('Nothing woven yet')).toBeTruthy();
  fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
  sandbox.currentRun()?.end({ kind: 'cancelled', partial: [] });
  fireEvent.click(results().getByRole('tab', { name: 'Output' }));
  expect(results().getByRole('heading', { name: 'solution.py ended with exit code 0' })).toBeTruthy();
});
