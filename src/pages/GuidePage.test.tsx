// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createPaths } from '../domain/app-paths.ts';
import type { Guide } from '../domain/guide.ts';
import { noUpdates } from '../offline/site-updates.ts';
import { findAccessibilityProblems } from './accessibility.ts';
import { GuidePage, type GuidePlace } from './GuidePage.tsx';
import { createLearnerStoreDouble, type StoreContent } from './learner-store-double.ts';
import { exampleCatalog, exampleProgress } from './page-examples.ts';

afterEach(cleanup);

const guide: Guide = {
  introductions: { gc: '<p>Objects <strong>die</strong>.</p>' },
  paths: [
    { slug: 'way', title: 'A way', summary: 'Through `both`.', challenges: ['tills', 'ring', 'pauses'] },
  ],
  terms: [
    {
      slug: 'gil',
      name: 'GIL',
      words: ['GIL', 'global lock'],
      html: '<p>One runs.</p>',
      text: '',
      see: ['ring'],
      taughtIn: ['tills', 'gone'],
    },
    {
      slug: 'ring',
      name: 'ring',
      words: ['ring'],
      html: '<p>In a circle.</p>',
      text: '',
      see: [],
      taughtIn: [],
    },
  ],
};

async function show(place: GuidePlace, content: Partial<StoreContent> = {}) {
  const { store } = createLearnerStoreDouble(content);
  await act(async () => {
    render(
      <GuidePage
        place={place}
        catalog={exampleCatalog}
        guide={guide}
        services={{ store, updates: noUpdates, now: () => 0 }}
        paths={createPaths('../', { paths: true, glossary: true })}
      />,
    );
  });
}
const steps = () =>
  within(screen.getAllByRole('list').at(-1) as HTMLElement)
    .getAllByRole('heading')
    .map((heading) => heading.textContent);

describe('a track', () => {
  it('has its introduction, its challenges in order, and where to begin', async () => {
    await show({ page: 'track', slug: 'gc' });
    expect(screen.getByText('die').tagName).toBe('STRONG');
    expect(steps()).toEqual(['The Ring Nobody Holds', 'Who Stole My 40 Milliseconds?']);
    const begin = screen.getByRole('link', { name: 'Begin with The Ring Nobody Holds' });
    expect(begin.getAttribute('href')).toBe('../c/ring/');
    expect(await findAccessibilityProblems()).toEqual([]);
  });

  it('goes on where the learner stopped', async () => {
    await show({ page: 'track', slug: 'gc' }, { progress: [exampleProgress('ring', { solvedAt: 1 })] });
    expect(screen.getByText('1 of 2 solved · about 1 h')).toBeDefined();
    expect(screen.getByRole('link', { name: /^Continue with Who Stole/ })).toBeDefined();
  });

  it('that is not there says so and leads on', async () => {
    await show({ page: 'track', slug: 'nowhere' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('There is no such track');
    expect(screen.getByRole('link', { name: 'To the catalogue' }).getAttribute('href')).toBe('../');
  });
});

describe('the learning paths', () => {
  it('lead through tracks in their own order', async () => {
    await show({ page: 'paths' });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('A way');
    expect(steps()).toEqual(['Two Tills, One Jar', 'The Ring Nobody Holds', 'Who Stole My 40 Milliseconds?']);
    expect(await findAccessibilityProblems()).toEqual([]);
  });
});

describe('the glossary', () => {
  it('has every word with where to go on, and leaves out challenges that are not there', async () => {
    await show({ page: 'glossary' });
    const term = screen.getByRole('region', { name: 'GIL' });
    expect(
      within(term)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['../glossary/#ring', '../c/tills/']);
    expect(await findAccessibilityProblems()).toEqual([]);
  });

  it('finds a word under its other names, and says when there is none', async () => {
    await show({ page: 'glossary' });
    const type = (value: string) =>
      act(async () => fireEvent.change(screen.getByRole('searchbox'), { target: { value } }));
    await type('global');
    expect(screen.getByRole('status').textContent).toBe('1 of 2 words');
    await type('zebra');
    expect(screen.getByText(/^No word here/)).toBeDefined();
  });
});
