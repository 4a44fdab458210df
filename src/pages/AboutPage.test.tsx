// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createPaths } from '../domain/app-paths.ts';
import { noUpdates } from '../offline/site-updates.ts';
import { AboutPage } from './AboutPage.tsx';
import { findAccessibilityProblems } from './accessibility.ts';
import { createLearnerStoreDouble } from './learner-store-double.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

afterEach(cleanup);

async function show(Page: typeof AboutPage) {
  const double = createLearnerStoreDouble();
  const services = { store: double.store, updates: noUpdates, now: () => 0 };
  await act(async () => {
    render(<Page services={services} paths={createPaths('../')} />);
  });
  return double;
}

describe('about', () => {
  it('leads to the licences and marks itself as the page the reader is on', async () => {
    await show(AboutPage);
    expect(screen.getByRole('link', { name: /licences of all/ }).getAttribute('href')).toBe('../licences/');
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('About');
  });

  it('has no accessibility problems that a machine can find', async () => {
    await show(AboutPage);
    expect(await findAccessibilityProblems()).toEqual([]);
  });
});

describe('settings', () => {
  it('are kept as soon as they are chosen', async () => {
    const { content } = await show(AboutPage);
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Settings' }));
    await act(async () => fireEvent.click(dialog.getByRole('checkbox', { name: /timer/ })));
    await act(async () => fireEvent.change(dialog.getByRole('combobox'), { target: { value: '17' } }));
    await act(async () => fireEvent.click(dialog.getByRole('radio', { name: 'Light' })));
    expect(content.settings).toMatchObject({ showTimer: false, editorFontSize: 17, theme: 'light' });
    expect(await findAccessibilityProblems()).toEqual([]);
  });

  it('do not undo what another page has saved since', async () => {
    const { content } = await show(AboutPage);
    content.settings = { ...content.settings, panes: { desk: [30, 70] } };
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /timer/ })));
    expect(content.settings).toMatchObject({ showTimer: false, panes: { desk: [30, 70] } });
  });
});

describe('a page that does not exist', () => {
  it('leads back', async () => {
    await show(NotFoundPage);
    expect(screen.getByRole('link', { name: 'To the challenges' }).getAttribute('href')).toBe('../');
    expect(await findAccessibilityProblems()).toEqual([]);
  });
});
