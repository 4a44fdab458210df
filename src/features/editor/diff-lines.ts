/** Compares two texts line by line: what is only in the first, only in the second, or in both. */

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  readonly leftLine: number | null;
  readonly rightLine: number | null;
}

/** Product of the differing middles' lengths above which a comparison is not worth its time. */
const largestTable = 4_000_000;

/** `null` when the texts are too long to compare. */
export function diffLines(left: string, right: string): readonly DiffLine[] | null {
  const a = splitLines(left);
  const b = splitLines(right);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;

  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  if (middleA.length * middleB.length > largestTable) return null;

  const rows: DiffLine[] = [];
  let i = 0;
  let j = 0;
  const same = (text: string) => {
    i += 1;
    j += 1;
    rows.push({ kind: 'same', text, leftLine: i, rightLine: j });
  };
  const removed = (text: string) => {
    i += 1;
    rows.push({ kind: 'removed', text, leftLine: i, rightLine: null });
  };
  const added = (text: string) => {
    j += 1;
    rows.push({ kind: 'added', text, leftLine: null, rightLine: j });
  };

  for (const line of a.slice(0, head)) same(line);
  walkMiddle(middleA, middleB, { same, removed, added });
  for (const line of a.slice(a.length - tail)) same(line);
  return rows;
}

function splitLines(text: string): string[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

interface Sink {
  readonly same: (text: string) => void;
  readonly removed: (text: string) => void;
  readonly added: (text: string) => void;
}

/** The longest common subsequence, by the table of its lengths. */
function walkMiddle(a: readonly string[], b: readonly string[], sink: Sink): void {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  let row = 0;
  let column = 0;
  while (row < a.length || column < b.length) {
    const left = a[row];
    const right = b[column];
    if (left !== undefined && left === right) {
      sink.same(left);
      row += 1;
      column += 1;
    } else if (left !== undefined && (right === undefined || at(row + 1, column) >= at(row, column + 1))) {
      sink.removed(left);
      row += 1;
    } else if (right !== undefined) {
      sink.added(right);
      column += 1;
    }
  }
}
