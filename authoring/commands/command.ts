/** What every command of the author's tool is. */

/** Writes one line to the terminal. */
export type Say = (line: string) => void;

/**
 * @param args what stands after the command's name
 * @returns the exit code: 0 all is well, 1 something is wrong with what was looked at, 2 the command was not understood
 * @throws UsageError when the arguments cannot be used
 */
type Command = (args: readonly string[], say: Say) => Promise<number>;

export interface CommandEntry {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What may stand after `challenge`, one form on each line. */
  readonly usage: readonly string[];
  /** Lines on options, for `--help`. */
  readonly options?: readonly string[];
  /** The command itself, read only when it is asked for. */
  readonly load: () => Promise<Command>;
}

/** The arguments cannot be used; the message is for the person who wrote them. */
export class UsageError extends Error {}
