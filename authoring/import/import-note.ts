/** What an import could not take over as it was. Notes are gathered by their sentence, so that a track stays readable. */

export interface ImportNote {
  /** The folder that it is about. */
  readonly slug: string;
  /** A sentence without its full stop; the same words for the same kind of loss. */
  readonly what: string;
  /** File or word that it concerns; empty = the whole folder. */
  readonly detail: string;
}

/** @returns lines for people: one per kind of loss, with the folders and details behind it. */
export function formatNotes(notes: readonly ImportNote[]): readonly string[] {
  const kinds = new Map<string, Map<string, Set<string>>>();
  for (const { slug, what, detail } of notes) {
    const folders = kinds.get(what) ?? new Map<string, Set<string>>();
    folders.set(slug, (folders.get(slug) ?? new Set<string>()).add(detail));
    kinds.set(what, folders);
  }
  return [...kinds].map(([what, folders]) => {
    const words = [...folders].map(([slug, details]) => {
      const named = [...details].filter((detail) => detail !== '');
      return named.length === 0 ? slug : `${slug} (${named.join(', ')})`;
    });
    return `${what}: ${words.join(', ')}`;
  });
}
