/** What stands around the challenges: introductions to the tracks, ways through them, and the words of the field. */

/** A way through challenges of several tracks, in the order in which to solve them. */
export interface LearningPath {
  readonly slug: string;
  readonly title: string;
  /** One or two sentences, with `code` in backticks. */
  readonly summary: string;
  /** Slugs of challenges. */
  readonly challenges: readonly string[];
}

export interface GlossaryTerm {
  /** Its address on the glossary's page. */
  readonly slug: string;
  readonly name: string;
  /** How the word appears in a text; matched without regard to case, unless it has capitals of its own. */
  readonly words: readonly string[];
  readonly html: string;
  /** The same without markup, for a tip at the link. */
  readonly text: string;
  /** Slugs of other terms. */
  readonly see: readonly string[];
  /** Slugs of the challenges that teach it. */
  readonly taughtIn: readonly string[];
}

export interface Guide {
  /** HTML made from the Markdown in tracks.toml, by slug of the track. */
  readonly introductions: Readonly<Record<string, string>>;
  readonly paths: readonly LearningPath[];
  /** In the order of the alphabet. */
  readonly terms: readonly GlossaryTerm[];
}

export const emptyGuide: Guide = { introductions: {}, paths: [], terms: [] };

/**
 * The part of a guide that speaks of some challenges only: ways that shrink to one step are no ways.
 * @param tracks slugs of the tracks that stay
 * @param challenges slugs of the challenges that stay
 */
export function narrowGuide(
  guide: Guide,
  tracks: ReadonlySet<string>,
  challenges: ReadonlySet<string>,
): Guide {
  const isThere = (slug: string) => challenges.has(slug);
  return {
    introductions: Object.fromEntries(
      Object.entries(guide.introductions).filter(([slug]) => tracks.has(slug)),
    ),
    paths: guide.paths
      .map((path) => ({ ...path, challenges: path.challenges.filter(isThere) }))
      .filter((path) => path.challenges.length > 1),
    terms: guide.terms.map((term) => ({ ...term, taughtIn: term.taughtIn.filter(isThere) })),
  };
}
