/** A Markdown rule: where a word of the glossary first appears in a text, it leads to its meaning. */
import type MarkdownItConstructor from 'markdown-it';
import type { GlossaryTerm } from '../../domain/guide.ts';

type MarkdownIt = InstanceType<typeof MarkdownItConstructor>;

export type LinkedTerm = Pick<GlossaryTerm, 'slug' | 'words' | 'text'>;

/** @param glossary address of the glossary's page, from the page that shows the text */
export function linkTerms(markdown: MarkdownIt, terms: readonly LinkedTerm[], glossary: string): void {
  const finder = createFinder(terms);
  if (finder === null) return;
  markdown.core.ruler.push('glossary', (state) => {
    const seen = new Set<string>();
    let isHeading = false;
    for (const token of state.tokens) {
      if (token.type === 'heading_open') isHeading = true;
      if (token.type === 'heading_close') isHeading = false;
      if (token.type !== 'inline' || isHeading || token.children === null) continue;
      let depth = 0;
      token.children = token.children.flatMap((child) => {
        if (child.type === 'link_open') depth += 1;
        if (child.type === 'link_close') depth -= 1;
        if (child.type !== 'text' || depth > 0) return [child];
        const tokens: (typeof child)[] = [];
        const add = (content: string) => {
          if (content === '') return;
          const text = new state.Token('text', '', 0);
          text.content = content;
          tokens.push(text);
        };
        let from = 0;
        for (const { index, word, term } of finder(child.content)) {
          if (seen.has(term.slug)) continue;
          seen.add(term.slug);
          add(child.content.slice(from, index));
          const open = new state.Token('link_open', 'a', 1);
          open.attrs = [
            ['href', `${glossary}#${term.slug}`],
            ['class', 'term'],
            ['title', term.text],
          ];
          tokens.push(open);
          add(word);
          tokens.push(new state.Token('link_close', 'a', -1));
          from = index + word.length;
        }
        add(child.content.slice(from));
        return tokens;
      });
    }
  });
}

interface FoundTerm {
  readonly index: number;
  readonly word: string;
  readonly term: LinkedTerm;
}

/** Longer words win over those they contain: "lock order" over "lock". */
function createFinder(terms: readonly LinkedTerm[]): ((text: string) => Generator<FoundTerm>) | null {
  const byWord = new Map(
    terms.flatMap((term) => term.words.map((word) => [word.toLowerCase(), { term, word }])),
  );
  if (byWord.size === 0) return null;
  const longestFirst = [...byWord.keys()].toSorted((a, b) => b.length - a.length).map(escapePattern);
  const pattern = `(?<![\\p{L}\\p{N}_.-])(${longestFirst.join('|')})(s?)(?![\\p{L}\\p{N}_-])`;
  return function* find(text) {
    for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
      const [whole, base = ''] = match;
      const known = byWord.get(base.toLowerCase());
      if (known === undefined || (hasCapitals(known.word) && known.word !== base)) continue;
      yield { index: match.index, word: whole, term: known.term };
    }
  };
}

/** "GIL" is not "gil", but "Race condition" at the head of a sentence is a race condition. */
function hasCapitals(word: string): boolean {
  return word !== word.toLowerCase();
}

function escapePattern(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
}
