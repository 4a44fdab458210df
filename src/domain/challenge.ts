/** What a challenge is once its folder has been read: the shapes the app, the gate and the judge share. */

import type { ChallengeFile } from './challenge-schema.ts';
import type { ContentProblem } from './content-problem.ts';
import type { Fallback } from './fallback.ts';

export type Difficulty = ChallengeFile['difficulty'];

type ChallengeKind = ChallengeFile['kind'];

/** What a challenge asks of the interpreter beyond plain CPython. */
export type ChallengeNeed = ChallengeFile['needs'][number];

/** One shelf of the catalogue. `planned` lists every designed slug in learning order. */
export interface Track {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly planned: readonly string[];
}

/** What the catalogue knows of a challenge before it is opened. Kept small: it is on the first page. */
export interface CatalogEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly track: string;
  readonly order: number;
  readonly difficulty: Difficulty;
  readonly minutes: number;
  readonly kind: ChallengeKind;
  readonly concepts: readonly string[];
  readonly needs: readonly ChallengeNeed[];
  readonly version: number;
}

/**
 * A folder that could not become a challenge, with what its author has to do. The slug is empty for what lies beside
 * the folders (tracks.toml).
 */
export interface BrokenChallenge {
  readonly slug: string;
  readonly problems: readonly ContentProblem[];
}

/** What the first page says, where it is not Interleave's own catalogue. */
export interface SiteWords {
  readonly title: string;
  readonly intro: string;
}

export interface Catalog {
  readonly site?: SiteWords | undefined;
  readonly tracks: readonly Track[];
  readonly entries: readonly CatalogEntry[];
  readonly broken: readonly BrokenChallenge[];
}

/** A file laid out for a run. Text is UTF-8; anything else travels as base64. */
export type RunFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly base64: string };

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface Mutant {
  readonly name: string;
  readonly why: string;
  readonly kills: readonly string[];
  readonly files: readonly TextFile[];
}

/** What of a challenge's words exists in another language. */
export interface Translation {
  /** A language tag such as `zh` or `pt-BR`, as the files' names spell it. */
  readonly language: string;
  readonly statementHtml: string | null;
  /** As many as the original has hints; null where one is not translated. */
  readonly hintsHtml: readonly (string | null)[];
  readonly explanationHtml: string | null;
}

/** Everything one challenge page needs. Paths are relative to the run's folder (`solution.py`). */
export interface Challenge extends CatalogEntry {
  readonly goal: string;
  readonly prerequisites: readonly string[];
  readonly unlocks: readonly string[];
  readonly assumes: readonly string[];
  readonly packages: readonly string[];
  readonly sources: readonly string[];
  readonly timeoutSeconds: number;
  readonly memoryMb: number | null;
  readonly keepGc: boolean;
  /** Imported or unfinished: the gate's rules of shape are warnings. */
  readonly draft: boolean;
  readonly seeds: readonly number[];
  readonly processes: number;
  /** What happens in a browser that lacks a need. */
  readonly without: Partial<Record<ChallengeNeed, Fallback>>;
  /** HTML made from the folder's Markdown at build time; raw HTML in the source is shown as text. */
  readonly statementHtml: string;
  readonly hintsHtml: readonly string[];
  readonly explanationHtml: string;
  /** The same in other languages; what a translation leaves out is shown in the original's words. */
  readonly translations: readonly Translation[];
  readonly starter: readonly TextFile[];
  readonly solution: readonly TextFile[];
  readonly visibleTests: readonly TextFile[];
  readonly hiddenTests: readonly TextFile[];
  readonly assets: readonly RunFile[];
  /** Paths of the text assets that the learner can read beside the code. */
  readonly shownAssets: readonly string[];
  readonly mutants: readonly Mutant[];
}
