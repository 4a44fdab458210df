import { describe, expect, it } from 'vitest';
import { type Guide, narrowGuide } from './guide.ts';

const guide: Guide = {
  introductions: { gc: '<p>Objects die.</p>', parallel: '<p>Turns change.</p>' },
  paths: [
    { slug: 'memory', title: 'Memory', summary: '', challenges: ['ring', 'pauses', 'tills'] },
    { slug: 'threads', title: 'Threads', summary: '', challenges: ['tills', 'ring'] },
  ],
  terms: [
    { slug: 'gil', name: 'GIL', words: ['GIL'], html: '', text: '', see: [], taughtIn: ['tills', 'ring'] },
  ],
};

describe('a guide for some of the challenges', () => {
  const narrowed = narrowGuide(guide, new Set(['gc']), new Set(['ring', 'pauses']));

  it('keeps the introductions of the tracks that stay', () => {
    expect(Object.keys(narrowed.introductions)).toEqual(['gc']);
  });

  it('leaves out steps that are not there, and ways of which one step is left', () => {
    expect(narrowed.paths.map((path) => [path.slug, path.challenges])).toEqual([
      ['memory', ['ring', 'pauses']],
    ]);
  });

  it('keeps every term, with the challenges that are there', () => {
    expect(narrowed.terms.map((term) => term.taughtIn)).toEqual([['ring']]);
  });
});
