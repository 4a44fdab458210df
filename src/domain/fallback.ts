/** What an author wants to happen in a browser that lacks a need: `without` in challenge.toml. */
export type Fallback =
  | { readonly kind: 'skip-tests' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'alternative'; readonly slug: string };

/** Reads what an author wrote; `null` for what is none of the three. */
export function parseFallback(text: string): Fallback | null {
  if (text === 'skip-tests' || text === 'read-only') return { kind: text };
  const slug = /^alternative:([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(text)?.[1];
  return slug === undefined ? null : { kind: 'alternative', slug };
}
