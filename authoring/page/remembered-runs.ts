/** Runs for the gate: what has run before is answered from memory, and what runs already is waited for. */
import type { Challenge } from '../../src/domain/challenge.ts';
import type { FinishedRun, Run } from '../gate/gate-run.ts';
import type { RunMemory } from './run-memory.ts';
import type { RunQueue } from './run-queue.ts';
import { listFilesTexts, toFilesText, toRunText } from './run-text.ts';
import { slimRun } from './slim-run.ts';

export interface RememberedRuns {
  /**
   * The `run` of one check. Asked twice for the same, the gate means two runs, and gets two.
   * @param isCurrent false once the challenge has changed: then nothing more is begun for this check
   * @param isAnew true to run everything, whatever is remembered
   */
  createRun(slug: string, isCurrent: () => boolean, isAnew: boolean): Run;
  /** Ends the runs of a challenge that its present texts do not ask for; `null` ends all of them. */
  endOthers(slug: string, challenge: Challenge | null): void;
}

interface Flight {
  readonly slug: string;
  readonly filesText: string;
  readonly controller: AbortController;
  readonly result: Promise<FinishedRun>;
}

export interface RememberedRunsOptions {
  readonly queue: RunQueue;
  readonly memory: RunMemory;
  /** Changes with the interpreter image: another Python may judge differently. */
  readonly imageId: string;
  readonly hashText: (text: string) => Promise<string>;
}

export function createRememberedRuns({
  queue,
  memory,
  imageId,
  hashText,
}: RememberedRunsOptions): RememberedRuns {
  const flights = new Map<string, Flight>();

  function fly(key: string, slug: string, request: Parameters<Run>[0]): Promise<FinishedRun> {
    const known = flights.get(key);
    if (known !== undefined && !known.controller.signal.aborted) return known.result;
    const controller = new AbortController();
    const land = async () => {
      const whole = await queue.run(slug, request, controller.signal);
      // A run without a learner's file is a question of the gate: what it prints is the answer.
      const run = request.editable.length === 0 ? whole : slimRun(whole);
      // Only a report is a fact about the texts; a timeout may be the machine's fault.
      if (run.ending.kind === 'reported') await memory.put(key, run);
      if (flights.get(key)?.controller === controller) flights.delete(key);
      return run;
    };
    const flight: Flight = { slug, filesText: toFilesText(request), controller, result: land() };
    flights.set(key, flight);
    return flight.result;
  }

  return {
    createRun(slug, isCurrent, isAnew) {
      const asked = new Map<string, number>();
      return async (request) => {
        const text = toRunText(request);
        const times = (asked.get(text) ?? 0) + 1;
        asked.set(text, times);
        const key = await hashText(`${imageId}\n${times}\n${text}`);
        const known = isAnew ? null : await memory.get(key);
        if (known !== null) return known;
        if (!isCurrent()) return { ending: { kind: 'cancelled', partial: [] }, ms: null };
        return fly(key, slug, request);
      };
    },
    endOthers(slug, challenge) {
      const wanted = challenge === null ? new Set<string>() : listFilesTexts(challenge);
      for (const flight of flights.values()) {
        if (flight.slug === slug && !wanted.has(flight.filesText)) flight.controller.abort();
      }
    },
  };
}

/** SHA-256 in hexadecimal. A page of this machine counts as secure, so the browser has it. */
export async function hashText(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
