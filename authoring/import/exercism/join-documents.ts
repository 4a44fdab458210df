/** Puts several Markdown documents into one, with their headings and link names in order. */
import { mapProse, outsideCodeSpans, splitMarkdown } from './markdown-blocks.ts';

export interface DocumentPart {
  /** Its heading in the whole, in place of its own first one; null = none. */
  readonly heading: string | null;
  readonly text: string;
}

const definition = /^ {0,3}\[([^\]]+)\]:\s*(\S+).*$/gm;

/** With one part its headings stay as they are; with several each goes one level down, below its own. */
export function joinDocuments(parts: readonly DocumentPart[]): string {
  const urls = new Map<string, string>();
  const shift = parts.filter((part) => part.heading !== null).length > 1;
  return parts
    .map(({ heading, text }) => {
      const body = renameLabels(withoutFirstHeading(text), urls);
      const head = heading === null || !shift ? [] : [`## ${heading}`];
      return [...head, shift ? lowerHeadings(body) : body].map((piece) => piece.trim()).join('\n\n');
    })
    .join('\n\n')
    .concat('\n');
}

/** @returns the words of the first heading, when the document begins with one. */
export function firstHeading(markdown: string): string | null {
  return /^\s*# +(.*?)\s*#*\s*(\n|$)/.exec(markdown)?.[1] ?? null;
}

export function withoutFirstHeading(markdown: string): string {
  return markdown.replace(/^\s*# .*(\n|$)/, '');
}

/** Lines such as `[name]: address`, which links anywhere in the document use. */
export function listDefinitions(markdown: string): readonly string[] {
  return splitMarkdown(markdown).flatMap((block) =>
    block.kind === 'code' ? [] : [...block.text.matchAll(definition)].map(([line]) => line),
  );
}

function lowerHeadings(markdown: string): string {
  return mapProse(markdown, (prose) => prose.replaceAll(/^(#{1,5})(?=\s)/gm, '#$1'));
}

/** Documents name their links as they like; a name that means something else already gets a number. */
function renameLabels(markdown: string, urls: Map<string, string>): string {
  const renamed = new Map<string, string>();
  const own = splitMarkdown(markdown).flatMap((block) =>
    block.kind === 'code' ? [] : [...block.text.matchAll(definition)],
  );
  for (const [, label = '', url = ''] of own) {
    const key = label.toLowerCase();
    let name = label;
    for (let n = 2; (urls.get(name.toLowerCase()) ?? url) !== url; n += 1) name = `${label}-${n}`;
    urls.set(name.toLowerCase(), url);
    if (name !== label) renamed.set(key, name);
  }
  if (renamed.size === 0) return markdown;
  return mapProse(markdown, (prose) =>
    outsideCodeSpans(prose, (text) =>
      text
        .replaceAll(/^( {0,3})\[([^\]]+)\]:/gm, (whole, indent: string, label: string) => {
          const name = renamed.get(label.toLowerCase());
          return name === undefined ? whole : `${indent}[${name}]:`;
        })
        .replaceAll(/\[([^[\]]+)\](?:\[([^[\]]*)\])?(?![(:[])/g, (whole, words: string, label?: string) => {
          const name = renamed.get((label || words).toLowerCase());
          return name === undefined ? whole : `[${words}][${name}]`;
        }),
    ),
  );
}
