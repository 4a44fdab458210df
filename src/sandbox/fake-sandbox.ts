/** A sandbox without Python, for tests of screens: it does what its script says. */
import type { ProgramEvent } from '../domain/program-report.ts';
import type { ProgramRequest } from '../domain/program-request.ts';
import type { ProgramEnding } from '../domain/program-run.ts';
import type { RunEvent } from '../domain/report.ts';
import type { RunRequest } from '../domain/run-request.ts';
import type { RunEnding } from '../domain/verdict.ts';
import type { ProgramHandlers, RunHandlers, Sandbox, SandboxState } from './sandbox.ts';

/** The run that is under way, for the test to drive. */
interface FakeRun {
  readonly request: RunRequest;
  /** The interpreter takes the run. */
  start(): void;
  emit(event: RunEvent): void;
  end(ending: RunEnding): void;
}

/** The program that is under way, for the test to drive. */
interface FakeProgram {
  readonly request: ProgramRequest;
  start(): void;
  emit(event: Exclude<ProgramEvent, { type: 'input-wanted' }>): void;
  /** The program waits; resolves with what the learner typed, `null` for the end of the input. */
  ask(): Promise<string | null>;
  end(ending: ProgramEnding): void;
}

export interface FakeSandbox extends Sandbox {
  setState(state: SandboxState): void;
  /** Null between runs. */
  currentRun(): FakeRun | null;
  /** Null while no program runs. */
  currentProgram(): FakeProgram | null;
  /** What `prepare` was called with, in order. */
  readonly prepared: readonly (readonly string[])[];
  /** What `run` was called with, in order. */
  readonly requests: readonly RunRequest[];
  /** How often `retry` was called. */
  retries(): number;
  isDisposed(): boolean;
}

const readyState: SandboxState = {
  kind: 'ready',
  python: '3.14.2',
  capabilities: { sharedMemory: true, stackSwitching: true },
};

/** With `answer`, every run starts at once and plays the events and the ending; without, the test drives it. */
export function createFakeSandbox(
  answer?: (request: RunRequest) => { readonly events: readonly RunEvent[]; readonly ending: RunEnding },
): FakeSandbox {
  const listeners = new Set<() => void>();
  const prepared: (readonly string[])[] = [];
  const requests: RunRequest[] = [];
  let state: SandboxState = readyState;
  let current: FakeRun | null = null;
  let program: FakeProgram | null = null;
  let retries = 0;
  let isDisposed = false;

  function begin(request: RunRequest, handlers: RunHandlers): Promise<RunEnding> {
    return new Promise((resolve) => {
      const end = (ending: RunEnding) => {
        current = null;
        resolve(ending);
      };
      current = { request, start: () => handlers.onStart?.(), emit: handlers.onEvent, end };
      handlers.signal.addEventListener('abort', () => end({ kind: 'cancelled', partial: [] }), {
        once: true,
      });
      if (!answer) return;

      const { events, ending } = answer(request);
      handlers.onStart?.();
      for (const event of events) handlers.onEvent(event);
      end(ending);
    });
  }

  function beginProgram(request: ProgramRequest, handlers: ProgramHandlers): Promise<ProgramEnding> {
    return new Promise((resolve) => {
      const end = (ending: ProgramEnding) => {
        program = null;
        resolve(ending);
      };
      program = {
        request,
        start: () => handlers.onStart?.(),
        emit: handlers.onEvent,
        ask: () => new Promise((answer) => handlers.onInputWanted(answer)),
        end,
      };
      handlers.signal.addEventListener('abort', () => end({ kind: 'cancelled' }), { once: true });
    });
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare: (packages) => {
      prepared.push(packages);
    },
    retry: () => {
      retries += 1;
    },
    run: async (request, handlers) => {
      requests.push(request);
      if (current || handlers.signal.aborted) return { kind: 'cancelled', partial: [] };
      return begin(request, handlers);
    },
    runProgram: async (request, handlers) => {
      if (current || program || handlers.signal.aborted) return { kind: 'cancelled' };
      return beginProgram(request, handlers);
    },
    dispose: () => {
      isDisposed = true;
    },
    setState: (next) => {
      state = next;
      for (const listener of [...listeners]) listener();
    },
    currentRun: () => current,
    currentProgram: () => program,
    prepared,
    requests,
    retries: () => retries,
    isDisposed: () => isDisposed,
  };
}
