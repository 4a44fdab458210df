/** Reads what is said about a program that runs by itself: what it prints, when it asks, and how it ended. */
import { parseProgramEvent, parseProgramReport } from '../../domain/program-report.ts';
import type { ProgramEnding } from '../../domain/program-run.ts';
import type { ProgramHandlers } from '../sandbox.ts';
import type { RunReading } from './supervise-run.ts';

/** The engine's words for `os._exit`. */
const exitPattern = /program terminated with exit\((-?\d+)\)/i;
const rawCharacters = 20_000;

export function readProgram({ onEvent, onInputWanted }: ProgramHandlers): RunReading<ProgramEnding> {
  return {
    hear: (text, answer) => {
      const parsed = parseProgramEvent(text);
      if (!parsed.ok) return;
      if (parsed.value.type === 'input-wanted') onInputWanted(answer);
      else onEvent(parsed.value);
    },
    reported: (text, isHeapExhausted) => {
      const parsed = parseProgramReport(text);
      if (!parsed.ok) {
        const raw = `${parsed.problem}\n\n${text}`.slice(0, rawCharacters);
        return { kind: 'crashed', cause: 'unreadable-report', raw };
      }
      const isForMemory = isHeapExhausted && parsed.value.error?.type.endsWith('MemoryError');
      return isForMemory ? { kind: 'out-of-memory' } : { kind: 'exited', report: parsed.value };
    },
    // A program has no time limit: whatever the reason is called, the learner stopped it.
    stopped: () => ({ kind: 'cancelled' }),
    outOfMemory: () => ({ kind: 'out-of-memory' }),
    crashed: (cause, raw) => {
      const code = exitPattern.exec(raw)?.[1];
      if (code !== undefined) return { kind: 'exited-at-once', exitCode: Number(code) & 0xff };
      return { kind: 'crashed', cause, raw };
    },
  };
}
