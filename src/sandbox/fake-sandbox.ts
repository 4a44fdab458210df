/** A sandbox without Python, for tests of screens: it does what its script says. */
import type { RunEvent } from '../domain/report.ts';
import type { RunRequest } from '../domain/run-request.ts';
import type { RunEnding } from '../domain/verdict.ts';
import type { RunHandlers, Sandbox, SandboxState } from './sandbox.ts';

/** The run that is under way, for the test to drive. */
interface FakeRun {
  readonly request: RunRequest;
  /** The interpreter takes the run. */
  start(): void;
  emit(event: RunEvent): void;
  end(ending: RunEnding): void;
}

export interface FakeSandbox extends Sandbox {
  setState(state: SandboxState): void;
  /** Null between runs. */
  currentRun(): FakeRun | null;
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
    dispose: () => {
      isDisposed = true;
    },
    setState: (next) => {
      state = next;
      for (const listener of [...listeners]) listener();
    },
    currentRun: () => current,
    prepared,
    requests,
    retries: () => retries,
    isDisposed: () => isDisposed,
  };
}
