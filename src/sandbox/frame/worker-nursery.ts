/** Workers that have read their script before an interpreter is asked for: for the engine that is a tenth of a boot. */
import type { Engine } from './engine.ts';

interface WorkerListener {
  onMessage(): void;
  /** The engine's words; empty where it has none. */
  onError(message: string): void;
}

export interface StartedWorker {
  /** Called once. Hears what went wrong before as well, but never within the same call. */
  listen(listener: WorkerListener): void;
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
}

/** Holds at most one worker. It knows nothing yet: no port, no program. */
export class WorkerNursery {
  readonly #engine: Pick<Engine, 'startWorker'>;
  #waiting: { readonly url: string; readonly worker: StartedWorker } | null = null;

  constructor(engine: Pick<Engine, 'startWorker'>) {
    this.#engine = engine;
  }

  /** Where the engine refuses, the next `take` meets that again, and who takes hears of it. */
  prepare(url: string): void {
    if (this.#waiting !== null) return;
    try {
      this.#waiting = { url, worker: start(this.#engine, url) };
    } catch {
      this.#waiting = null;
    }
  }

  take(url: string): StartedWorker {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting?.url === url) return waiting.worker;
    waiting?.worker.terminate();
    return start(this.#engine, url);
  }
}

function start(engine: Pick<Engine, 'startWorker'>, url: string): StartedWorker {
  const worker = engine.startWorker(url);
  let listener: WorkerListener | null = null;
  let error: string | null = null;
  worker.onmessage = () => listener?.onMessage();
  worker.onerror = (event) => {
    event.preventDefault();
    error ??= event.message ?? '';
    listener?.onError(event.message);
  };
  return {
    listen: (heard) => {
      listener = heard;
      if (error !== null) queueMicrotask(() => heard.onError(error ?? ''));
    },
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    terminate: () => worker.terminate(),
  };
}
