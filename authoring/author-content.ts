/** What the local server tells the author's page: every folder, whole or broken. Both sides read this file. */
import type { BrokenChallenge, Catalog, TextFile } from '../src/domain/challenge.ts';

export interface AuthorFolder {
  /** The folder's name; empty for what lies beside the folders (tracks.toml). */
  readonly slug: string;
  /** Null where the folder is no challenge. */
  readonly title: string | null;
  /** Path of the challenge's JSON from the site's root, with a hash of its content; null where it is none. */
  readonly content: string | null;
  /** Errors first, warnings after them. */
  readonly problems: BrokenChallenge['problems'];
}

export interface AuthorContent {
  /** Counts the looks at the folders since the server began. */
  readonly revision: number;
  readonly catalog: Catalog;
  readonly folders: readonly AuthorFolder[];
  /** The Python side of the tool, for questions about the code. */
  readonly python: readonly TextFile[];
  /** Path of the interpreter image's manifest from the site's root. */
  readonly manifest: string;
  /** Why the folders could not be read at all; then the rest is as it was before. */
  readonly failure: string | null;
}

/** What the event stream carries. */
export interface ContentChange {
  readonly revision: number;
  /** Files that were saved, below the folder of challenges; empty at the beginning. */
  readonly paths: readonly string[];
}
