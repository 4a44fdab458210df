/** Bytes of a content file to text, with what its author should know about how it was saved. */
import { type ContentProblem, toError, toWarning } from '../../domain/content-problem.ts';

export interface DecodedText {
  /** Without a byte order mark, with "\n" at the end of lines; null when the bytes are no text we can use. */
  readonly text: string | null;
  readonly problems: readonly ContentProblem[];
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse(file, 1, 'It is saved as UTF-16. Save it as UTF-8.');
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return refuse(file, lineOfBadByte(bytes), 'It is not UTF-8 text from this line on. Save it as UTF-8.');
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    return refuse(file, lineAt(text, nul), 'It contains a NUL character, which no text has. Remove it.');
  }

  const problems: ContentProblem[] = [];
  if (text.startsWith('\ufeff')) {
    problems.push(toWarning(file, 1, 'It begins with a byte order mark. Save it as UTF-8 without one.'));
    text = text.slice(1);
  }
  const windowsEnd = text.indexOf('\r\n');
  if (windowsEnd >= 0) {
    const message = 'Its lines end as on Windows (CRLF). Save it with LF; learners get it that way already.';
    problems.push(toWarning(file, lineAt(text, windowsEnd), message));
    text = text.replaceAll('\r\n', '\n');
  }
  return { text, problems };
}

function refuse(file: string, line: number, message: string): DecodedText {
  return { text: null, problems: [toError(file, line, message)] };
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The line of the first byte that is no UTF-8, counted from 1. */
function lineOfBadByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  let line = 1;
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(0x0a, from);
    const part = bytes.subarray(from, end < 0 ? bytes.length : end);
    try {
      decoder.decode(part);
    } catch {
      return line;
    }
    if (end < 0) break;
    line += 1;
    from = end + 1;
  }
  // Every line by itself is well, which cannot be: say where the replacement character would stand.
  return lineAt(lenient.decode(bytes), lenient.decode(bytes).indexOf('\ufffd'));
}
