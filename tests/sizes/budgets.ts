/** What may come over the wire, in bytes (MB are 1,000,000). Raised only with a reason in docs/performance.md. */

export interface Budget {
  readonly name: string;
  readonly most: number;
}

export const budgets = {
  interpreterGzip: { name: 'interpreter to the first verdict, gzip as every host sends it', most: 7_000_000 },
  interpreterBrotli: { name: 'the same from a host that sends the brotli twins', most: 5_300_000 },
  catalogPage: { name: 'catalogue page, usable', most: 250_000 },
  catalogEntry: {
    name: 'each challenge in the catalogue’s file, its share of the beginning included',
    most: 300,
  },
  challengePage: { name: 'challenge page before the interpreter', most: 1_200_000 },
} as const satisfies Readonly<Record<string, Budget>>;

export interface Size {
  readonly budget: Budget;
  readonly bytes: number;
  /** What the bytes are made of, largest first. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

export function toSize(budget: Budget, parts: readonly (readonly [string, number])[]): Size {
  const sorted = [...parts].sort((left, right) => right[1] - left[1]);
  return { budget, bytes: parts.reduce((sum, [, bytes]) => sum + bytes, 0), parts: sorted };
}

/** A table for people: the sum, its budget, and the largest parts. */
export function describeSize({ budget, bytes, parts }: Size, mostParts = 8): string {
  const state = bytes <= budget.most ? 'within' : 'OVER';
  const head = `${budget.name}: ${count(bytes)} of ${count(budget.most)} bytes, ${state}`;
  const lines = parts.slice(0, mostParts).map(([name, size]) => `${count(size).padStart(12)}  ${name}`);
  const rest = parts.length > mostParts ? [`              and ${parts.length - mostParts} smaller`] : [];
  return [head, ...lines, ...rest].join('\n');
}

function count(bytes: number): string {
  return Math.round(bytes).toLocaleString('en');
}
