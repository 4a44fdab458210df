/** Finds where a key stands in a TOML text, for messages with a line. */

/** @returns the line counted from 1, of the deepest part of `path` that is written down; null when none is. */
export function locateKey(toml: string, path: readonly (string | number)[]): number | null {
  const lines = toml.split('\n');
  let from = 0;
  let found: number | null = null;

  for (const [depth, key] of path.entries()) {
    const next = path[depth + 1];
    if (typeof key === 'number') continue;
    const wanted = typeof next === 'number' ? next : 0;
    const line = findTable(lines, key, wanted) ?? findKey(lines, key, from);
    if (line === null) break;
    found = line + 1;
    from = line;
  }
  return found;
}

function findKey(lines: readonly string[], key: string, from: number): number | null {
  const index = lines.findIndex((line, at) => at >= from && keyOf(line) === key);
  return index === -1 ? null : index;
}

function findTable(lines: readonly string[], key: string, which: number): number | null {
  const starts = lines.flatMap((line, at) =>
    new RegExp(`^\\s*\\[\\[?\\s*${key}\\s*\\]`).test(line) ? [at] : [],
  );
  return starts[which] ?? null;
}

function keyOf(line: string): string | null {
  return /^\s*"?([\w-]+)"?\s*=/.exec(line)?.[1] ?? null;
}
