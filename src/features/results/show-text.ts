/** Makes text from learners' programs safe to look at: what would be invisible or would reorder a line is named. */

export interface TextPiece {
  readonly text: string;
  /** True for a mark that stands for a character. */
  readonly isMark: boolean;
}

/**
 * Control characters, direction overrides, invisible spaces and half surrogates. Line ends and tabs stay,
 * and so do the joiners that emoji are made of.
 */
const special =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Names of the first 32 characters, in their order. */
const controls =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

const names: Readonly<Record<number, string>> = {
  127: '‹DEL›',
  173: '‹soft hyphen›',
  1564: '‹ALM›',
  8203: '‹zero-width space›',
  8206: '‹LRM›',
  8207: '‹RLM›',
  8234: '‹LRE›',
  8235: '‹RLE›',
  8236: '‹PDF›',
  8237: '‹LRO›',
  8238: '‹RLO›',
  8294: '‹LRI›',
  8295: '‹RLI›',
  8296: '‹FSI›',
  8297: '‹PDI›',
  65279: '‹BOM›',
};

export function toPieces(text: string): readonly TextPiece[] {
  const lines = text.replaceAll('\r\n', '\n');
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of lines.matchAll(special)) {
    if (match.index > from) pieces.push({ text: lines.slice(from, match.index), isMark: false });
    pieces.push({ text: nameOf(match[0].charCodeAt(0)), isMark: true });
    from = match.index + match[0].length;
  }
  if (from < lines.length) pieces.push({ text: lines.slice(from), isMark: false });
  return pieces;
}

function nameOf(code: number): string {
  const control = controls[code];
  if (control !== undefined) return `‹${control}›`;
  return names[code] ?? `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}

export interface FoldedText {
  readonly lines: readonly string[];
  /** Lines that `lines` leaves out. */
  readonly hidden: number;
  readonly total: number;
}

/** The first `limit` lines, each no longer than `lineLimit` characters. */
export function foldLines(text: string, limit: number): FoldedText {
  const lines: string[] = [];
  let from = 0;
  let total = 0;
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  if (body === '') return { lines, hidden: 0, total };
  for (;;) {
    const next = body.indexOf('\n', from);
    total += 1;
    if (lines.length < limit) lines.push(body.slice(from, next < 0 ? undefined : next));
    if (next < 0) break;
    from = next + 1;
  }
  return { lines, hidden: total - lines.length, total };
}
