/** Exercism's Markdown as plain CommonMark: asides, pictures, links of its site and HTML for layout are its own. */
import { mapProse, outsideCodeSpans, splitMarkdown } from './markdown-blocks.ts';

export interface AdaptedMarkdown {
  readonly text: string;
  /** Kind of loss → what it concerns. */
  readonly losses: ReadonlyMap<string, ReadonlySet<string>>;
}

const site = 'https://exercism.org';
const blockTags = 'table|thead|tbody|tr|td|th|div|p|center|details|summary|figure|hr';
const layoutTags = `${blockTags}|br|span|font|a`;
const marks: readonly (readonly [RegExp, string])[] = [
  [/<sup>(.*?)<\/sup>/gis, '^$1'],
  [/<sub>(.*?)<\/sub>/gis, '_$1'],
  [/<(?:em|i)>(.*?)<\/(?:em|i)>/gis, '*$1*'],
  [/<(?:strong|b)>(.*?)<\/(?:strong|b)>/gis, '**$1**'],
  [/<(?:kbd|code)>(.*?)<\/(?:kbd|code)>/gis, '`$1`'],
];

export function adaptMarkdown(markdown: string): AdaptedMarkdown {
  const losses = new Map<string, Set<string>>();
  const lose = (what: string, detail: string) => {
    losses.set(what, (losses.get(what) ?? new Set<string>()).add(detail));
  };
  const text = splitMarkdown(markdown)
    .map((block) => {
      if (block.kind === 'code') return block.text;
      if (block.kind === 'prose') return adaptProse(block.text, lose);
      return quote(
        block.name,
        mapProse(block.text, (prose) => adaptProse(prose, lose)),
      );
    })
    .join('\n');
  return { text: `${text.trim()}\n`, losses };
}

type Lose = (what: string, detail: string) => void;

function adaptProse(prose: string, lose: Lose): string {
  return outsideCodeSpans(prose.replaceAll(/<!--[\s\S]*?-->/g, ''), (text) =>
    adaptLinks(adaptPictures(adaptHtml(text, lose), lose), lose),
  );
}

function adaptHtml(text: string, lose: Lose): string {
  let plain = text;
  for (const [pattern, replacement] of marks) plain = plain.replaceAll(pattern, replacement);
  // A line that has only layout on it goes; elsewhere the words around it stay apart.
  const layout = new RegExp(`</?(${layoutTags})(\\s[^<>]*)?/?>`, 'gi');
  if (plain.search(layout) !== -1) {
    const names = new Set([...plain.matchAll(layout)].map((match) => (match[1] ?? '').toLowerCase()));
    names.delete('br');
    for (const name of names)
      lose('HTML for layout was taken out of the text; look at the page', `<${name}>`);
    plain = plain
      .split('\n')
      .map((line) => {
        const rest = line.replaceAll(layout, ' ');
        if (rest === line) return line;
        // Words beside a table's frame are a paragraph, not a further row.
        return new RegExp(`</?(${blockTags})\\b`, 'i').test(line) ? `\n${rest.trim()}\n` : rest.trimEnd();
      })
      .join('\n');
  }
  for (const [, name = ''] of plain.matchAll(/<(img|iframe|video|script|style|ul|ol|li|h[1-6])\b/gi)) {
    lose('HTML is shown as text', `<${name.toLowerCase()}>`);
  }
  return plain;
}

/** A published page loads nothing from other hosts, so a picture there becomes a link with its words. */
function adaptPictures(text: string, lose: Lose): string {
  return text.replaceAll(/!\[((?:[^[\]]|\[[^\]]*\])*)\](?=[([])/g, (_whole, words: string) => {
    lose('Pictures on another host are shown as links', '');
    return `[Picture: ${words}]`;
  });
}

function adaptLinks(text: string, lose: Lose): string {
  const plain = text
    .replaceAll(/(?<!!)\[([^[\]]*)\]\((?:#[^)\s]*)?\)/g, (_whole, words: string) => {
      lose('Links inside their own page are words now', '');
      return words;
    })
    .replaceAll(/\[(?:concept|exercise|article|video|approach):\s*(?:[\w-]+\/)?([^\]]+)\](?=[([])/g, '[$1]')
    .replaceAll(/\]\(\/(?=\w)/g, `](${site}/`)
    .replaceAll(/^( {0,3}\[[^\]]+\]:\s*)\/(?=\w)/gm, `$1${site}/`);
  for (const match of plain.matchAll(/\]\((\.[^)\s]*)/g)) {
    lose('Links to neighbouring files lead nowhere', match[1] ?? '');
  }
  return plain;
}

/** Nested fences keep their fences inside the quote. */
function quote(name: string, text: string): string {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const lines = text.trim().split('\n');
  return [`**${title}**`, '', ...lines].map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}
