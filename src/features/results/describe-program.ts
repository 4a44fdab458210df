/** Where a program stands, or how it ended: one sentence and one line of advice. Pure. */
import { assertNever } from '../../domain/assert-never.ts';
import type { ProgramEnding, ProgramState } from '../../domain/program-run.ts';
import type { Frame } from '../../domain/report.ts';
import type { IconName } from '../../ui/icons.ts';
import { formatDuration } from './format-duration.ts';
import { programWords } from './program-words.ts';
import { words } from './words.ts';

export interface ProgramText {
  readonly tone: 'fail' | 'warn' | 'run';
  readonly icon: IconName;
  /** The part of the headline in the state's colour. */
  readonly strong: string;
  readonly rest: string;
  readonly advice: string;
  readonly causes: readonly string[];
  /** The line in the learner's code that the sentence is about. */
  readonly where: Frame | null;
  /** The engine's own words, for a disclosure. */
  readonly raw: string;
}

const plain = { strong: '', rest: '', causes: [], where: null, raw: '' } as const;

export function describeProgram(program: Exclude<ProgramState, { kind: 'idle' }>): ProgramText {
  const file = program.program;
  switch (program.kind) {
    case 'waiting-for-boot': {
      const rest = programWords.waiting(file);
      return { ...plain, tone: 'run', icon: 'running', rest, advice: words.waitingAdvice };
    }
    case 'running': {
      const [rest, advice] = program.isInputWanted
        ? [programWords.asking(file), programWords.askingAdvice]
        : [programWords.running(file), programWords.runningAdvice];
      return {
        ...plain,
        tone: 'run',
        icon: program.isInputWanted ? 'keyboard' : 'running',
        rest: program.isStopping ? words.stopping : rest,
        advice,
      };
    }
    case 'ended':
      return describeEnding(program.ending, file, program.seconds);
    default:
      return assertNever(program);
  }
}

function describeEnding(ending: ProgramEnding, file: string, seconds: number): ProgramText {
  switch (ending.kind) {
    case 'exited': {
      const { exitCode, error } = ending.report;
      const title = programWords.exited(file, exitCode);
      if (exitCode === 0) {
        const advice = programWords.exitedWell(formatDuration(seconds));
        return { ...plain, tone: 'run', icon: 'check', rest: title, advice };
      }
      const where = error?.frames.findLast((frame) => frame.origin === 'learner') ?? null;
      const advice = error === null ? programWords.exitedBadly : `${error.type}: ${error.message}`;
      return { ...plain, tone: 'fail', icon: 'error', strong: title, advice, where };
    }
    case 'exited-at-once': {
      const rest = programWords.exited(file, ending.exitCode);
      return { ...plain, tone: 'run', icon: 'check', rest, advice: '' };
    }
    case 'cancelled':
      return {
        ...plain,
        tone: 'warn',
        icon: 'stop',
        strong: programWords.cancelled,
        advice: programWords.cancelledAdvice,
      };
    case 'out-of-memory': {
      const { title, advice, causes } = words.outOfMemory;
      return { ...plain, tone: 'warn', icon: 'warning', strong: title, advice, causes };
    }
    case 'crashed': {
      const { title, advice, causes } = words.crashes[ending.cause];
      return { ...plain, tone: 'warn', icon: 'warning', strong: title, advice, causes, raw: ending.raw };
    }
    default:
      return assertNever(ending);
  }
}
