/** One way to get a challenge folder wrong, and what its author is told. */
import { type FolderChanges, sampleToml } from '../../../src/content/build/sample-folder.ts';

export interface Mistake {
  readonly name: string;
  /** To the sample folder, under the slug `bad-one`. */
  readonly changes?: FolderChanges;
  /** Done in the folder once its files are written. */
  readonly after?: (folder: string) => Promise<unknown>;
  /** `file:line`, or `file` where no line is to blame. */
  readonly place: string;
  readonly says: string;
  readonly isWarning?: true;
}

/** The sample's challenge.toml, changed. */
export function toml(change: (text: string) => string): FolderChanges {
  return { 'challenge.toml': change(sampleToml('bad-one', 2)) };
}

export function replaced(from: string, to: string): FolderChanges {
  return toml((text) => text.replace(from, () => to));
}

/** With one more line at the end of the top table, which is line 11. */
export function added(line: string): FolderChanges {
  return toml((text) => text.replace('\n[files]', () => `${line}\n\n[files]`));
}

/** An SVG with something in its second line. */
export function drawing(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${inside}\n</svg>\n`;
}
