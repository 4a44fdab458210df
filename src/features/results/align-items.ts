/** Lines up the items of two lists by index and tells where they differ; long equal stretches are folded. */

export type AlignedItem =
  | {
      readonly kind: 'item';
      readonly index: number;
      /** `null`: this list ends before the index. */
      readonly expected: string | null;
      readonly actual: string | null;
      readonly isEqual: boolean;
    }
  | { readonly kind: 'gap'; readonly from: number; readonly count: number };

/** Equal items kept on each side of a difference. */
const context = 2;
/** An equal stretch is folded from this length on. */
const shortestGap = 3;

export function alignItems(expected: readonly string[], actual: readonly string[]): readonly AlignedItem[] {
  const length = Math.max(expected.length, actual.length);
  const differs = Array.from({ length }, (_, index) => expected[index] !== actual[index]);
  const isNear = (index: number) =>
    differs.slice(Math.max(0, index - context), index + context + 1).includes(true);

  const items: AlignedItem[] = [];
  let equalFrom = 0;
  for (let index = 0; index < length; index += 1) {
    if (!isNear(index)) continue;
    pushStretch(items, expected, equalFrom, index);
    items.push({
      kind: 'item',
      index,
      expected: expected[index] ?? null,
      actual: actual[index] ?? null,
      isEqual: !differs[index],
    });
    equalFrom = index + 1;
  }
  pushStretch(items, expected, equalFrom, length);
  return items;
}

/** Index of the first difference, or `null`. */
export function firstDifference(items: readonly AlignedItem[]): number | null {
  const found = items.find((item) => item.kind === 'item' && !item.isEqual);
  return found?.kind === 'item' ? found.index : null;
}

function pushStretch(items: AlignedItem[], values: readonly string[], from: number, to: number): void {
  if (to - from >= shortestGap) {
    items.push({ kind: 'gap', from, count: to - from });
    return;
  }
  for (let index = from; index < to; index += 1) {
    const value = values[index] ?? null;
    items.push({ kind: 'item', index, expected: value, actual: value, isEqual: true });
  }
}
