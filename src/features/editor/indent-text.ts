/** Indentation for the plain editor: pure edits of a text and a selection. */

/** Replace `from`…`to` by `text`, then select `start`…`end`. All count UTF-16 units from 0. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const step = 4;

/** Tab: fills up to the next stop, or moves all selected lines one step in. */
export function indentSelection(text: string, start: number, end: number): TextEdit {
  if (!text.slice(start, end).includes('\n')) {
    const column = start - lineStart(text, start);
    const spaces = ' '.repeat(step - (column % step));
    return { from: start, to: end, text: spaces, start: start + spaces.length, end: start + spaces.length };
  }
  return editLines(text, start, end, (line) => (line === '' ? line : ' '.repeat(step) + line));
}

/** Shift+Tab: moves the selected lines one step out. */
export function outdentSelection(text: string, start: number, end: number): TextEdit {
  return editLines(text, start, end, (line) => line.replace(/^(\t| {1,4})/, ''));
}

/** Enter: the new line starts where the present one does, one step further in after a colon. */
export function breakLine(text: string, start: number, end: number): TextEdit {
  const line = text.slice(lineStart(text, start), start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const deeper = /:\s*(#.*)?$/.test(line) ? ' '.repeat(step) : '';
  const inserted = `\n${indent}${deeper}`;
  const place = start + inserted.length;
  return { from: start, to: end, text: inserted, start: place, end: place };
}

/** The offset of a line and column, both counted from 1; kept inside the text. */
export function toOffset(text: string, line: number, column: number): number {
  let from = 0;
  for (let current = 1; current < line; current += 1) {
    const next = text.indexOf('\n', from);
    if (next < 0) break;
    from = next + 1;
  }
  const lineEnd = text.indexOf('\n', from);
  return Math.min(from + column - 1, lineEnd < 0 ? text.length : lineEnd);
}

/** The line and column of an offset, both counted from 1. */
export function toPlace(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let from = 0;
  for (;;) {
    const next = text.indexOf('\n', from);
    if (next < 0 || next >= offset) return { line, column: offset - from + 1 };
    line += 1;
    from = next + 1;
  }
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function editLines(text: string, start: number, end: number, edit: (line: string) => string): TextEdit {
  const from = lineStart(text, start);
  const nextBreak = text.indexOf('\n', Math.max(start, end - 1));
  const to = nextBreak < 0 ? text.length : nextBreak;
  const lines = text.slice(from, to).split('\n');
  const edited = lines.map(edit);
  const replaced = edited.join('\n');
  const firstShift = (edited[0] ?? '').length - (lines[0] ?? '').length;
  return {
    from,
    to,
    text: replaced,
    start: Math.max(from, start + firstShift),
    end: Math.max(from, end + replaced.length - (to - from)),
  };
}
