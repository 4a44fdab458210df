// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPaths } from '../domain/app-paths.ts';
import type { Catalog } from '../domain/challenge.ts';
import { noUpdates } from '../offline/site-updates.ts';
import { findAccessibilityProblems } from './accessibility.ts';
import { CatalogPage } from './CatalogPage.tsx';
import { createLearnerStoreDouble, type StoreContent } from './learner-store-double.ts';
import { exampleCapabilities, exampleCatalog, exampleEntry, exampleProgress } from './page-examples.ts';

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

async function show(
  content: Partial<StoreContent> = {},
  catalog: Catalog = exampleCatalog,
  capabilities = exampleCapabilities,
) {
  const double = createLearnerStoreDouble(content);
  const services = { store: double.store, updates: noUpdates, now: () => 1_000, capabilities };
  await act(async () => {
    render(<CatalogPage catalog={catalog} services={services} paths={createPaths('./')} />);
  });
  return double;
}
const titles = () => screen.queryAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
const entryOf = (title: string) => {
  const item = screen.getByRole('heading', { level: 3, name: title }).closest('li');
  if (item === null) throw new Error(`${title} is in no list`);
  return within(item);
};
const search = () => screen.getByRole('searchbox', { name: 'Search challenges' });

describe('the catalogue', () => {
  it('lists challenges by track, each one a link to its page', async () => {
    await show();
    expect(screen.getByRole('region', { name: 'GC & memory' })).toBeTruthy();
    const link = entryOf('The Ring Nobody Holds').getByRole('link');
    expect(link.getAttribute('href')).toBe('./c/ring/');
    expect(screen.getByText(/^3 challenges on/)).toBeTruthy();
  });

  it('says in words what has been done', async () => {
    await show({ progress: [exampleProgress('ring', { solvedAt: 500 }), exampleProgress('pauses')] });
    expect(entryOf('The Ring Nobody Holds').getByText('Solved')).toBeTruthy();
    expect(entryOf('Who Stole My 40 Milliseconds?').getByText('Started')).toBeTruthy();
    expect(entryOf('Two Tills, One Jar').getByText('New')).toBeTruthy();
    expect(screen.getByText('1 of 3 solved')).toBeTruthy();
  });

  it('offers to continue, and follows what another tab solves', async () => {
    const { content, tell } = await show({ progress: [exampleProgress('pauses')] });
    const row = () => screen.getByRole('region', { name: /Continue|Next|begin/ });
    expect(within(row()).getByText('Continue where you stopped')).toBeTruthy();
    expect(row().textContent).toContain('2 of 7 tests passed in the last run');

    content.progress = [exampleProgress('pauses', { solvedAt: 900 })];
    await act(async () => tell({ type: 'progress-changed', slug: 'pauses' }));
    expect(within(row()).getByText('Next on your way')).toBeTruthy();
    expect(within(row()).getByRole('heading').textContent).toBe('The Ring Nobody Holds');
  });

  it('searches as the reader types, and keeps the search in the URL', async () => {
    await show();
    await act(async () => fireEvent.change(search(), { target: { value: 'milli' } }));
    expect(titles()).toEqual(['Who Stole My 40 Milliseconds?', 'half-done']);
    expect(screen.getByText('1 of 3 challenges')).toBeTruthy();
    expect(location.search).toBe('?q=milli');
  });

  it('reads search and filters back from the URL', async () => {
    history.replaceState(null, '', '/?track=gc&difficulty=2');
    await show();
    expect(titles()).toEqual(['The Ring Nobody Holds', 'half-done']);
    expect(screen.getByRole('combobox', { name: 'Track' })).toHaveProperty('value', 'gc');
  });

  it('filters by length and state', async () => {
    await show({ progress: [exampleProgress('ring', { solvedAt: 1 })] });
    const choose = (name: string, value: string) =>
      act(async () => fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } }));
    await choose('Length', 'long');
    expect(titles()).toEqual(['Two Tills, One Jar', 'half-done']);
    await choose('Length', '');
    await choose('State', 'solved');
    expect(titles()).toEqual(['The Ring Nobody Holds', 'half-done']);
  });

  it('has a way out when nothing fits', async () => {
    await show();
    await act(async () => fireEvent.change(search(), { target: { value: 'zebra' } }));
    expect(screen.getByRole('heading', { name: 'No challenge fits' })).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Clear search and filters' })));
    expect(titles()).toHaveLength(5);
    expect(location.search).toBe('');
  });

  it('leads to the search with "/", but not while the reader is typing', async () => {
    await show();
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(search());
    const select = screen.getByRole('combobox', { name: 'State' });
    select.focus();
    fireEvent.keyDown(select, { key: '/' });
    expect(document.activeElement).toBe(select);
  });

  it('names tracks to come and folders to repair', async () => {
    await show();
    expect(within(screen.getByRole('region', { name: 'Coming' })).getByText('Signals')).toBeTruthy();
    const broken = within(screen.getByRole('region', { name: 'Folders that need repair' }));
    expect(broken.getByText('The title is missing. Add one.')).toBeTruthy();
    expect(broken.getByText('challenge.toml, line 7')).toBeTruthy();
  });

  it('says what a challenge needs that this browser lacks', async () => {
    await show({}, exampleCatalog, { sharedMemory: true, stackSwitching: false });
    expect(entryOf('Two Tills, One Jar').getByText(/^Needs threads/)).toBeTruthy();
    expect(entryOf('The Ring Nobody Holds').queryByText(/^Needs/)).toBeNull();
  });

  it('says nothing of needs that this browser meets', async () => {
    await show();
    expect(screen.queryByText(/^Needs/)).toBeNull();
  });

  it('tells when progress could not be read, and lists the challenges all the same', async () => {
    const double = createLearnerStoreDouble();
    const store = { ...double.store, listProgress: () => Promise.reject(new Error('broken')) };
    await act(async () => {
      render(
        <CatalogPage
          catalog={exampleCatalog}
          services={{ store, updates: noUpdates, now: () => 0, capabilities: exampleCapabilities }}
          paths={createPaths('./')}
        />,
      );
    });
    expect(screen.getByText(/could not be read/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Two Tills, One Jar' })).toBeTruthy();
  });

  it('lists a thousand challenges and searches them', async () => {
    const entries = Array.from({ length: 1000 }, (_, i) =>
      exampleEntry(`s${i}`, `Number ${i}.`, 'gc', i, 3, 30),
    );
    await show({}, { ...exampleCatalog, entries, broken: [] });
    expect(titles()).toHaveLength(1000 + 2);
    await act(async () => fireEvent.change(search(), { target: { value: 'number 777.' } }));
    expect(titles()).toEqual(['Number 777.']);
  });

  it('has no accessibility problems that a machine can find', async () => {
    await show({ progress: [exampleProgress('ring', { solvedAt: 500 }), exampleProgress('pauses')] });
    expect(await findAccessibilityProblems()).toEqual([]);
  });

  it('changes the colours for all pages', async () => {
    const { content } = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Colours' }));
    await act(async () => fireEvent.click(screen.getByRole('menuitemradio', { name: 'Dark' })));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(content.settings.theme).toBe('dark');
  });
});
