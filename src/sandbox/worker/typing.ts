/** How a typed line reaches Python: over shared memory, or as a message where there is none. */
import { takeLine } from '../kernel/typed-line.ts';
import type { AnswerMessage } from '../protocol.ts';

/** The object Python gets. */
export interface TypingPort {
  /** The line with its line end, '' at the end of the input, undefined while there is none. */
  take(): string | undefined;
  /** Whether messages have to be heard for a line to arrive. */
  readonly needsListening: boolean;
}

export interface Typing {
  readonly port: TypingPort;
  /** A line that came as a message. */
  receive(message: AnswerMessage): void;
}

export function createTyping(control: SharedArrayBuffer | null): Typing {
  const lines: string[] = [];
  return {
    port: {
      take: control ? () => takeLine(control) : () => lines.shift(),
      needsListening: control === null,
    },
    receive: ({ line }) => {
      lines.push(line === null ? '' : `${line}\n`);
    },
  };
}
