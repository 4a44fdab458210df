/** One program from click to end: asks the sandbox, and turns what it says into actions of the page's state. */
import type { Challenge, TextFile } from '../../domain/challenge.ts';
import { buildProgramRequest } from '../../domain/program-request.ts';
import type { ProgramAction } from '../../domain/program-run.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

export interface RunProgramInput {
  readonly challenge: Challenge;
  /** The learner's files, as soon as they are there. */
  readonly readFiles: () => Promise<readonly TextFile[]>;
  /** Path of the file that runs. */
  readonly program: string;
  readonly runId: string;
  readonly sandbox: Sandbox;
  readonly now: () => number;
  /** Aborting it is the Stop button. */
  readonly signal: AbortSignal;
  readonly dispatch: (action: ProgramAction) => void;
  /** The program waits for a line; `answer` works once. */
  readonly onInputWanted: (answer: (line: string | null) => void) => void;
}

/** Never rejects. */
export async function runProgram(input: RunProgramInput): Promise<void> {
  const { challenge, readFiles, program, runId, sandbox, now, signal, dispatch } = input;
  const clickedAt = now();
  dispatch({ type: 'requested', runId, program });
  const files = await readFiles();
  const ending = await sandbox.runProgram(buildProgramRequest(challenge, files, program), {
    signal,
    onStart: () => dispatch({ type: 'started', runId }),
    onEvent: ({ stream, text }) => dispatch({ type: 'printed', runId, piece: { stream, text } }),
    onInputWanted: (answer) => {
      input.onInputWanted(answer);
      dispatch({ type: 'input-wanted', runId });
    },
  });
  const seconds = Math.max(0, (now() - clickedAt) / 1000);
  dispatch({ type: 'ended', runId, ending, seconds });
}
