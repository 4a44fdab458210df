/** A challenge folder as it was read, before anything is made of it. */
import type { RenderedMarkdown } from './rendered-markdown.ts';

export interface ChallengeFolder {
  readonly slug: string;
  /** The table in challenge.toml, not yet checked. */
  readonly table: unknown;
  /** Finds the line of a key in challenge.toml, counted from 1. */
  readonly lineOf: (path: readonly (string | number)[]) => number | null;
  /** Text files by path relative to the folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files under assets/ that are not UTF-8 text, as base64. */
  readonly binaries: ReadonlyMap<string, string>;
  /** Folders by their paths. */
  readonly folders: ReadonlySet<string>;
  /** Files that are there but could not be read; what is wrong with them has been said. */
  readonly unreadable: ReadonlySet<string>;
  readonly renderMarkdown: (text: string) => RenderedMarkdown;
}

export const tomlName = 'challenge.toml';
