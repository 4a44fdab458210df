/** Markdown to HTML at build time. Raw HTML is shown as text, so a challenge folder cannot bring script. */
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import pythonRepl from 'highlight.js/lib/languages/python-repl';
import sql from 'highlight.js/lib/languages/sql';
import MarkdownIt from 'markdown-it';
import type { RenderedMarkdown } from '../../domain/rendered-markdown.ts';
import { checkMarkdown } from './check-markdown.ts';
import { type LinkedTerm, linkTerms } from './link-terms.ts';
import { allowComments } from './markdown-comments.ts';
import { picturePath } from './pictures.ts';

hljs.registerLanguage('python', python);
hljs.registerLanguage('pycon', pythonRepl);
hljs.registerLanguage('json', json);
hljs.registerLanguage('sql', sql);
hljs.registerLanguage('bash', bash);

const aliases: Readonly<Record<string, string>> = {
  py: 'python',
  python3: 'python',
  sh: 'bash',
  console: 'bash',
};

export interface MarkdownContext {
  /** The folder's pictures by path, as data URIs. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Words that lead to the glossary where they first appear, and its address from the page of the text. */
  readonly glossary?: { readonly terms: readonly LinkedTerm[]; readonly address: string };
}

export function renderMarkdown(text: string, context: MarkdownContext): RenderedMarkdown {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, highlight });
  allowComments(markdown);
  if (context.glossary !== undefined) {
    linkTerms(markdown, context.glossary.terms, context.glossary.address);
  }
  markdown.validateLink = (url) => isAllowedLink(url);
  const renderImage = markdown.renderer.rules.image;
  markdown.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const picture = context.pictures.get(picturePath(String(token?.attrGet('src') ?? '')));
    if (picture !== undefined) token?.attrSet('src', picture);
    return renderImage?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
  };
  markdown.renderer.rules.table_open = () => '<div class="table-scroll" tabindex="0" role="group"><table>';
  markdown.renderer.rules.table_close = () => '</table></div>';
  markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    if (/^https?:/.test(String(token?.attrGet('href') ?? ''))) token?.attrSet('rel', 'noreferrer noopener');
    return self.renderToken(tokens, index, options);
  };
  return { html: shiftHeadings(markdown, text), ...checkMarkdown(text, new Set(context.pictures.keys())) };
}

function highlight(code: string, info: string): string {
  const name = info.trim().split(/\s+/)[0] ?? '';
  const language = aliases[name] ?? name;
  if (hljs.getLanguage(language) === undefined) return '';
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}

/** The page's own title is the h1, so a statement's `#` becomes an h2. */
function shiftHeadings(markdown: InstanceType<typeof MarkdownIt>, text: string): string {
  const tokens = markdown.parse(text, {});
  const highest = Math.min(
    6,
    ...tokens.filter((t) => t.type === 'heading_open').map((t) => Number(t.tag[1])),
  );
  const shift = 2 - highest;
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(6, Number(token.tag[1]) + shift)}`;
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

function isAllowedLink(url: string): boolean {
  const plain = url.trim().toLowerCase();
  if (/^[a-z][a-z0-9+.-]*:/.test(plain)) return plain.startsWith('https:') || plain.startsWith('http:');
  return !plain.startsWith('//');
}
