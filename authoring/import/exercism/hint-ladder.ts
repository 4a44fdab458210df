/** Makes a ladder of at most three hints of an exercise's hints, which come as sections. */
import { listDefinitions, withoutFirstHeading } from './join-documents.ts';
import { splitMarkdown } from './markdown-blocks.ts';

/** @returns one Markdown text per hint; the first is what concerns the whole exercise, if there is such a section. */
export function makeHintLadder(markdown: string): readonly string[] {
  const sections = splitSections(withoutFirstHeading(markdown));
  const groups = toGroups(sections);
  const definitions = listDefinitions(markdown);
  return groups.map((group) => {
    const texts = group.map(({ title, text }) => (title === '' ? text : `**${title}**\n\n${text}`));
    return `${texts.join('\n\n')}\n${definitions.length === 0 ? '' : `\n${definitions.join('\n')}\n`}`;
  });
}

interface Section {
  readonly title: string;
  readonly text: string;
}

function splitSections(markdown: string): readonly Section[] {
  const sections: { title: string; lines: string[] }[] = [{ title: '', lines: [] }];
  for (const block of splitMarkdown(markdown)) {
    for (const line of block.text.split('\n')) {
      const title = block.kind === 'code' ? undefined : /^##? +(.*?)\s*#*$/.exec(line)?.[1];
      if (title !== undefined) sections.push({ title, lines: [] });
      else if (!/^ {0,3}\[[^\]]+\]:\s/.test(line) || block.kind === 'code') sections.at(-1)?.lines.push(line);
    }
  }
  return sections
    .map(({ title, lines }) => ({ title, text: lines.join('\n').trim() }))
    .filter(({ text }) => text !== '');
}

function toGroups(sections: readonly Section[]): readonly (readonly Section[])[] {
  if (sections.length <= 3) return sections.map((section) => [section]);
  const isGeneral = /^(general)?$/i.test(sections[0]?.title ?? '');
  const first = isGeneral ? sections.slice(0, 1) : [];
  return [...(isGeneral ? [first] : []), ...divide(sections.slice(first.length), isGeneral ? 2 : 3)];
}

function divide<T>(items: readonly T[], parts: number): readonly (readonly T[])[] {
  const size = items.length / parts;
  return Array.from({ length: parts }, (_, at) =>
    items.slice(Math.round(at * size), Math.round((at + 1) * size)),
  );
}
