/** Tests by function, and in another order. */

/** A test's id without the parameters of its case. */
export function functionOf(id: string): string {
  return id.replace(/\[.*$/s, '');
}

/** The cases of a parametrised test belong together: alone means without other tests. */
export function groupByFunction(ids: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const name = functionOf(id);
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return [...groups.values()];
}

/** The same order for the same seed, so that a red gate can be repeated. */
export function shuffle(ids: readonly string[], seed: number): readonly string[] {
  const items = [...ids];
  let state = seed;
  for (let at = items.length - 1; at > 0; at -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (at + 1);
    const [a, b] = [items[at], items[other]];
    if (a === undefined || b === undefined) continue;
    items[at] = b;
    items[other] = a;
  }
  return items;
}
