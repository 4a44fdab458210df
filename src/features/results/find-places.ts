/** Finds the places in the learner's files that a traceback names. Pure. */

interface TextPlace {
  readonly file: string;
  readonly line: number;
}

export interface PlacedText {
  readonly text: string;
  /** `null` for text that names no place. */
  readonly place: TextPlace | null;
}

/** As Python writes them: `File "/home/…/challenge/solution.py", line 3`. The place is its last two words. */
const pattern = /(?<=File "[^"\n]*\/challenge\/([^"\n]+)", )line (\d+)/g;

/** Splits text so that the pieces together are the text again. */
export function findPlaces(text: string): readonly PlacedText[] {
  const pieces: PlacedText[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), place: null });
    pieces.push({ text: match[0], place: { file: match[1] ?? '', line: Number(match[2]) } });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), place: null });
  return pieces;
}
