/** Runs that wait for one of a few sandboxes: those of the challenge in view go first. */
import type { RunRequest } from '../../src/domain/run-request.ts';
import type { RunEnding } from '../../src/domain/verdict.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { FinishedRun } from '../gate/gate-run.ts';

export interface RunQueue {
  /** Never rejects; aborted, it ends as `cancelled`. */
  run(slug: string, request: RunRequest, signal: AbortSignal): Promise<FinishedRun>;
  /** The challenge in view; null when none is. */
  focus(slug: string | null): void;
  /** Stops what runs now. It begins anew, with what waits, when the queue goes on. */
  pause(): void;
  resume(): void;
}

interface Job {
  readonly slug: string;
  readonly request: RunRequest;
  readonly signal: AbortSignal;
  readonly finish: (run: FinishedRun) => void;
}

/** @param now milliseconds on a clock that never goes back */
export function createRunQueue(sandboxes: readonly Sandbox[], now: () => number): RunQueue {
  const free = [...sandboxes];
  const pauses = new Set<() => void>();
  let waiting: Job[] = [];
  let inView: string | null = null;
  let isPaused = false;

  function begin(): void {
    while (!isPaused && free.length > 0 && waiting.length > 0) {
      const job = waiting.find((item) => item.slug === inView) ?? waiting[0];
      const sandbox = free.shift();
      if (job === undefined || sandbox === undefined) return;
      waiting = waiting.filter((item) => item !== job);
      void perform(job, sandbox);
    }
  }

  async function perform(job: Job, sandbox: Sandbox): Promise<void> {
    const controller = new AbortController();
    const stop = () => controller.abort();
    let wasPaused = false;
    const pause = () => {
      wasPaused = true;
      stop();
    };
    pauses.add(pause);
    job.signal.addEventListener('abort', stop, { once: true });
    let startedAt: number | null = null;
    const ending = await sandbox.run(job.request, {
      signal: controller.signal,
      onEvent: () => undefined,
      onStart: () => {
        startedAt = now();
      },
    });
    const ms = startedAt === null ? null : now() - startedAt;
    pauses.delete(pause);
    job.signal.removeEventListener('abort', stop);
    free.push(sandbox);
    if (wasPaused && ending.kind === 'cancelled' && !job.signal.aborted) waiting.unshift(job);
    else job.finish({ ending, ms });
    begin();
  }

  return {
    run: (slug, request, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve({ ending: cancelled, ms: null });
        const job: Job = { slug, request, signal, finish: resolve };
        waiting.push(job);
        signal.addEventListener(
          'abort',
          () => {
            if (!waiting.includes(job)) return;
            waiting = waiting.filter((item) => item !== job);
            resolve({ ending: cancelled, ms: null });
          },
          { once: true },
        );
        begin();
      }),
    focus(slug) {
      inView = slug;
    },
    pause() {
      isPaused = true;
      for (const pause of [...pauses]) pause();
    },
    resume() {
      isPaused = false;
      begin();
    },
  };
}

const cancelled: RunEnding = { kind: 'cancelled', partial: [] };
