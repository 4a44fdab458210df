// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createPaths } from '../domain/app-paths.ts';
import { noUpdates } from '../offline/site-updates.ts';
import { findAccessibilityProblems } from './accessibility.ts';
import { createLearnerStoreDouble, type StoreContent } from './learner-store-double.ts';
import { ProgressPage } from './ProgressPage.tsx';
import { exampleAttempt, exampleCatalog, exampleProgress } from './page-examples.ts';

afterEach(cleanup);

const now = new Date(2026, 4, 20, 12).getTime();
const hour = 3_600_000;

async function show(content: Partial<StoreContent> = {}) {
  const double = createLearnerStoreDouble(content);
  const services = { store: double.store, updates: noUpdates, now: () => now };
  await act(async () => {
    render(<ProgressPage catalog={exampleCatalog} services={services} paths={createPaths('../')} />);
  });
  return double;
}
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const rowsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
const chooseFile = (text: string) =>
  act(async () => {
    const input = document.querySelector('input[type=file]');
    if (input === null) throw new Error('There is no file field.');
    fireEvent.change(input, { target: { files: [new File([text], 'x.json')] } });
  });

const preview: StoreContent['preview'] = {
  kind: 'ready',
  exportedAt: now,
  attempts: 3,
  problems: ['One attempt cannot be read.'],
  items: [
    { slug: 'ring', kind: 'newer-here', mineSavedAt: now, theirsSavedAt: now - hour },
    { slug: 'pauses', kind: 'newer-in-file', mineSavedAt: now - hour, theirsSavedAt: now },
    { slug: 'tills', kind: 'new', mineSavedAt: null, theirsSavedAt: now },
    { slug: 'gone', kind: 'same', mineSavedAt: now, theirsSavedAt: now },
  ],
};

describe('progress', () => {
  it('sums up by track', async () => {
    await show({ progress: [exampleProgress('ring', { solvedAt: 1 }), exampleProgress('pauses')] });
    expect(rowsOf('Solved challenges and minutes by track')).toEqual([
      'GC & memory1 of 220 min',
      'Threads0 of 10 min',
    ]);
    expect(screen.getByRole('link', { name: 'GC & memory' }).getAttribute('href')).toBe('../#gc');
  });

  it('lists attempts newest first, also those of challenges that are gone', async () => {
    await show({
      attempts: [
        exampleAttempt('old', now - 30 * hour, { slug: 'gone', verdict: 'timed-out', total: 0 }),
        exampleAttempt('new', now - hour, { verdict: 'passed', passed: 7, mode: 'all' }),
      ],
    });
    expect(rowsOf('Your runs, newest first')).toEqual([
      'The Ring Nobody Holds submitPassed7 of 7today0.7 s',
      'gone runTimed outnone endedyesterday0.7 s',
    ]);
    expect(screen.getByRole('img', { name: 'Practised on 2 of the last 28 days' })).toBeTruthy();
  });

  it('shows a long history in portions', async () => {
    const attempts = Array.from({ length: 50 }, (_, index) => exampleAttempt(`${index}`, now - index * hour));
    await show({ attempts });
    expect(rowsOf('Your runs, newest first')).toHaveLength(20);
    await press('Show 30 more');
    expect(rowsOf('Your runs, newest first')).toHaveLength(50);
  });

  it.each(['memory', 'beside-newer'] as const)(
    'says so when the store is not the usual one: %s',
    async (kind) => {
      await show({ status: { kind, message: 'This window keeps nothing. Export before you close it.' } });
      expect(screen.getByText(/This window keeps nothing/)).toBeTruthy();
    },
  );

  it('has no accessibility problems that a machine can find', async () => {
    await show({
      progress: [exampleProgress('ring', { solvedAt: 1 })],
      attempts: [exampleAttempt('a', now)],
      preview,
    });
    expect(await findAccessibilityProblems()).toEqual([]);
    await chooseFile('{}');
    expect(await findAccessibilityProblems()).toEqual([]);
  });
});

describe('import', () => {
  it('shows what a file would change and writes nothing before it is asked to', async () => {
    const { log } = await show({ preview });
    await chooseFile('{}');
    const dialog = within(screen.getByRole('dialog', { name: 'What is in the file' }));
    expect(dialog.getByText('One attempt cannot be read.')).toBeTruthy();
    expect(dialog.getAllByRole('listitem').length).toBeGreaterThanOrEqual(4);
    await press('Cancel');
    expect(log).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps what is newer here unless the learner chooses otherwise', async () => {
    const { log } = await show({ preview });
    await chooseFile('{}');
    fireEvent.change(screen.getByRole('combobox', { name: 'What to do with Two Tills, One Jar' }), {
      target: { value: 'skip' },
    });
    await press('Import');
    expect(log).toEqual([
      'import ring=keep-mine',
      'import pauses=take-theirs',
      'import tills=skip',
      'import gone=keep-mine',
    ]);
    expect(screen.getByText('The file has been imported.')).toBeTruthy();
  });

  it('passes on why a file is refused', async () => {
    await show();
    await chooseFile('nonsense');
    expect(screen.getByRole('alert').textContent).toContain('This is not a file of Interleave.');
  });
});

describe('erase', () => {
  it('asks first', async () => {
    const { log } = await show({ attempts: [exampleAttempt('a', now)] });
    await press('Erase everything');
    const dialog = within(screen.getByRole('dialog', { name: 'Erase everything?' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(log).toEqual([]);
  });

  it('erases and shows that nothing is left', async () => {
    const { log } = await show({ attempts: [exampleAttempt('a', now)] });
    await press('Erase everything');
    const dialog = within(screen.getByRole('dialog', { name: 'Erase everything?' }));
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'Erase everything' })));
    expect(log).toEqual(['erase']);
    expect(screen.getByText('Everything has been erased.')).toBeTruthy();
    expect(screen.getByText(/Nothing has been run yet/)).toBeTruthy();
  });
});
