/** Splits Markdown at its fences, so that prose can be changed and code stays as it is. */

export type MarkdownBlock =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** A fence such as `~~~~exercism/note`: words to be set apart. */
  | { readonly kind: 'aside'; readonly name: string; readonly text: string };

const opening = /^(\s*)(`{3,}|~{3,})\s*([^`]*)$/;

/** Joined with line ends, the texts give the Markdown back (asides without their fence). */
export function splitMarkdown(markdown: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let prose: string[] = [];
  const endProse = () => {
    if (prose.length > 0) blocks.push({ kind: 'prose', text: prose.join('\n') });
    prose = [];
  };

  const lines = markdown
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, , fence, info = ''] = opening.exec(line) ?? [];
    if (fence === undefined) {
      prose.push(line);
      continue;
    }
    endProse();
    const closing = new RegExp(`^\\s*${fence[0]}{${fence.length},}\\s*$`);
    const end = lines.findIndex((other, index) => index > at && closing.test(other));
    const last = end === -1 ? lines.length : end;
    const aside = /^exercism\/(\w+)/.exec(info)?.[1];
    const inner = lines.slice(at + 1, last).join('\n');
    const whole = lines.slice(at, last + 1).join('\n');
    blocks.push(
      aside === undefined ? { kind: 'code', text: whole } : { kind: 'aside', name: aside, text: inner },
    );
    at = last;
  }
  endProse();
  return blocks;
}

/** Changes the prose alone; asides count as prose of their own. */
export function mapProse(markdown: string, change: (prose: string) => string): string {
  return splitMarkdown(markdown)
    .map((block) => (block.kind === 'code' ? block.text : change(block.text)))
    .join('\n');
}

const codeSpan = /(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\1(?!`)/g;

/** Hides code spans from a change of prose, and puts them back. */
export function outsideCodeSpans(prose: string, change: (text: string) => string): string {
  const spans: string[] = [];
  const hidden = prose.replaceAll(codeSpan, (span) => `\u0000${spans.push(span) - 1}\u0000`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL cannot stand in Markdown, so it marks the place.
  return change(hidden).replaceAll(/\u0000(\d+)\u0000/g, (_mark, index) => spans[Number(index)] ?? '');
}
