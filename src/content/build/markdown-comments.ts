/** Lets Markdown carry comments, which are for authors: `<!-- … -->` leaves no trace on the page. */
import type MarkdownIt from 'markdown-it';

type Markdown = InstanceType<typeof MarkdownIt>;

const opening = '<!--';
const closing = '-->';

export function allowComments(markdown: Markdown): void {
  markdown.block.ruler.before('html_block', 'comment', skipCommentBlock, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  markdown.inline.ruler.before('html_inline', 'comment', skipCommentInLine);
}

interface BlockState {
  readonly src: string;
  line: number;
  readonly bMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly eMarks: readonly number[];
}

/** A comment that begins a line, up to a line that ends with its end; without an end it is ordinary text. */
function skipCommentBlock(state: BlockState, startLine: number, endLine: number, isTrial: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith(opening, start)) return false;
  const end = state.src.indexOf(closing, start + opening.length);
  if (end < 0) return false;

  let line = startLine;
  while (line < endLine && (state.eMarks[line] ?? 0) < end) line += 1;
  if (line >= endLine) return false;
  const rest = state.src.slice(end + closing.length, state.eMarks[line]);
  if (rest.trim() !== '') return false;
  if (!isTrial) state.line = line + 1;
  return true;
}

interface InlineState {
  readonly src: string;
  pos: number;
}

function skipCommentInLine(state: InlineState): boolean {
  if (!state.src.startsWith(opening, state.pos)) return false;
  const end = state.src.indexOf(closing, state.pos + opening.length);
  if (end < 0) return false;
  state.pos = end + closing.length;
  return true;
}
