import { describe, expect, it } from 'vitest';
import type { LinkedTerm } from './link-terms.ts';
import { renderMarkdown } from './render-markdown.ts';

const terms: readonly LinkedTerm[] = [
  { slug: 'gil', words: ['GIL'], text: 'One thread at a time.' },
  { slug: 'lock', words: ['lock'], text: 'One party at a time.' },
  { slug: 'lock-order', words: ['lock order'], text: 'Which is taken first.' },
  { slug: 'n-plus-one', words: ['N+1'], text: '"One" more <each>.' },
];
const render = (text: string) =>
  renderMarkdown(text, { pictures: new Map(), glossary: { terms, address: '../../glossary/' } }).html;
const linked = (text: string) => [...render(text).matchAll(/glossary\/#([\w-]+)/g)].map((match) => match[1]);

describe('words of the glossary', () => {
  it('lead to their meaning where they first appear', () => {
    expect(render('The GIL is a lock. The GIL again.')).toBe(
      '<p>The <a href="../../glossary/#gil" class="term" title="One thread at a time.">GIL</a> is a ' +
        '<a href="../../glossary/#lock" class="term" title="One party at a time.">lock</a>. The GIL again.</p>\n',
    );
  });

  it('are found across paragraphs once, in lists and tables too', () => {
    expect(linked('Take the lock.\n\n- a lock\n\n| a |\n|---|\n| GIL |')).toEqual(['lock', 'gil']);
  });

  it('are left alone in code, links and headings', () => {
    expect(linked('# The GIL\n\n`lock` [lock](https://example.org)\n\n```\nGIL\n```')).toEqual([]);
  });

  it('are whole words, also in the plural and at the head of a sentence', () => {
    expect(linked('blocked, unlock, lock_all, lock-free')).toEqual([]);
    expect(linked('Locks help.')).toEqual(['lock']);
  });

  it('keep their capitals, and the longer word wins', () => {
    expect(linked('A gil.')).toEqual([]);
    expect(linked('Agree on a lock order.')).toEqual(['lock-order']);
  });

  it('may hold signs, and tips are escaped', () => {
    expect(linked('An N+1 query.')).toEqual(['n-plus-one']);
    expect(render('An N+1 query.')).toContain('title="&quot;One&quot; more &lt;each&gt;."');
  });

  it('change nothing where there is no glossary', () => {
    expect(renderMarkdown('The GIL.', { pictures: new Map() }).html).toBe('<p>The GIL.</p>\n');
  });
});
