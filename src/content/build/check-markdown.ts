/** What in a Markdown text would not be on the page as its author meant it. */
import MarkdownIt from 'markdown-it';
import { suggest } from '../../domain/closest-word.ts';
import type { ContentProblem } from '../../domain/content-problem.ts';
import type { ChallengeLink } from '../../domain/rendered-markdown.ts';
import { allowComments } from './markdown-comments.ts';
import { picturePath, pictureTypes } from './pictures.ts';

export interface MarkdownFindings {
  readonly problems: readonly Omit<ContentProblem, 'file'>[];
  readonly challengeLinks: readonly ChallengeLink[];
}

// Unlike the one that makes the page, this one lets everything through, so as to see it.
const markdown = new MarkdownIt({ html: true, linkify: false });
markdown.validateLink = () => true;
allowComments(markdown);

type Token = ReturnType<typeof markdown.parse>[number];

/** @param pictures paths of the folder's pictures, `assets/ring.svg` */
export function checkMarkdown(text: string, pictures: ReadonlySet<string>): MarkdownFindings {
  const problems: Omit<ContentProblem, 'file'>[] = [];
  const challengeLinks: ChallengeLink[] = [];

  for (const { token, line } of withLines(markdown.parse(text, {}))) {
    const complain = (message: string, severity: ContentProblem['severity'] = 'error') =>
      problems.push({ line, message, severity });

    if (token.type === 'html_block' || token.type === 'html_inline') {
      const shown = token.content.trim().split('\n')[0]?.slice(0, 40) ?? '';
      complain(`HTML is shown as text: ${shown}. Write Markdown, or put code between backticks.`, 'warning');
    } else if (token.type === 'image') {
      const problem = explainPicture(String(token.attrGet('src') ?? ''), pictures);
      if (problem !== null) complain(problem);
      else if (token.content.trim() === '') {
        complain('The picture has no description. Say in ![…] what it shows.', 'warning');
      }
    } else if (token.type === 'link_open') {
      const target = String(token.attrGet('href') ?? '');
      const slug = /^\.\.\/([a-z0-9-]+)\/?$/.exec(target)?.[1];
      if (slug !== undefined) challengeLinks.push({ slug, line });
      else if (!/^https?:\/\/[^/]/i.test(target)) complain(explainLink(target));
    }
  }
  return { problems, challengeLinks };
}

/** Every token, those inside paragraphs too, with its line counted from 1. */
function* withLines(tokens: readonly Token[]): Generator<{ readonly token: Token; readonly line: number }> {
  let line = 1;
  for (const token of tokens) {
    if (token.map !== null) line = token.map[0] + 1;
    yield { token, line };
    let inner = line;
    for (const child of token.children ?? []) {
      yield { token: child, line: inner };
      if (child.type === 'softbreak' || child.type === 'hardbreak') inner += 1;
    }
  }
}

function explainPicture(source: string, pictures: ReadonlySet<string>): string | null {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(source)) {
    return `The picture ${shorten(source)} lies elsewhere, and pages load nothing from elsewhere. Put it into assets/.`;
  }
  const path = picturePath(source);
  if (pictures.has(path)) return null;
  if (!pictureTypes.has(path.slice(path.lastIndexOf('.')).toLowerCase())) {
    return `The picture ${shorten(source)} is of no kind that pages show. Use ${[...pictureTypes.keys()].join(', ')}.`;
  }
  return `There is no picture ${shorten(source)} in this folder.${suggest(path, pictures)} Put it into assets/, and write its path from the challenge folder.`;
}

function explainLink(target: string): string {
  if (target === '') return 'The link leads nowhere. Give it an address.';
  if (target.startsWith('#'))
    return `The link ${target} leads nowhere: headings have no addresses. Remove it.`;
  return `The link ${shorten(target)} leads nowhere on the page. Use an address with https:, or ../<slug>/ for another challenge.`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
