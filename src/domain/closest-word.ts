/** "Did you mean …?": the nearest of some known words. */

/** @returns the candidate with the fewest typing slips from `word`, or null when none is near enough to suggest. */
export function findClosest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { readonly candidate: string; readonly slips: number } | null = null;

  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const slips = countSlips(wanted, candidate.toLowerCase());
    if (slips <= limit && (best === null || slips < best.slips)) best = { candidate, slips };
  }
  return best?.candidate ?? null;
}

/** A sentence to put behind a complaint, with a space before it; empty when nothing is near. */
export function suggest(word: string, candidates: Iterable<string>): string {
  const closest = findClosest(word, candidates);
  return closest === null ? '' : ` Did you mean "${closest}"?`;
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function countSlips(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);

  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
