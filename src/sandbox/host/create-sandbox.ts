/** The sandbox itself: one interpreter that runs, one spare that boots while the learner types. */
import type { TextFile } from '../../domain/challenge.ts';
import type { ProgramRequest } from '../../domain/program-request.ts';
import type { ProgramEnding } from '../../domain/program-run.ts';
import type { RunRequest } from '../../domain/run-request.ts';
import type { RunEnding } from '../../domain/verdict.ts';
import type { BootStep, ProgramHandlers, RunHandlers, Sandbox, SandboxState } from '../sandbox.ts';
import { BootFailure } from './boot-failure.ts';
import { type Clock, repeat } from './clock.ts';
import { type BootedInterpreter, type BootParts, InterpreterBoot } from './interpreter-boot.ts';
import { readProgram } from './read-program.ts';
import { readTests } from './read-tests.ts';
import type { SnapshotStore } from './snapshot-store.ts';
import { type SupervisedRun, superviseRun } from './supervise-run.ts';

export type SandboxParts = Omit<BootParts, 'heapLimitBytes' | 'hashSeed' | 'onFrameLost' | 'snapshots'> & {
  readonly snapshots?: SnapshotStore | null;
  /** Bytes; 1 GiB unless told. */
  readonly heapLimitBytes?: number;
  /** 0 unless told; kept memories of other seeds do not tell, so with one of these there is to be no store. */
  readonly hashSeed?: number;
};

export function createSandbox(parts: SandboxParts): Sandbox {
  return new InterpreterPool(parts);
}

const defaultHeapLimitBytes = 1024 * 1024 * 1024;
/** While a boot goes on, its progress is told this often. */
const progressMs = 250;
/** A step after the download that takes longer than this is called slow. */
const slowStepMs = 10_000;
/** A run that takes longer has its successor boot beside it. */
const refillDuringRunMs = 1_500;
/** One more attempt when an interpreter turns out to be dead before it took the run. */
const attempts = 2;

/** A boot under way, or what came of it. */
interface Spare {
  readonly key: string;
  readonly packages: readonly string[];
  readonly abort: AbortController;
  readonly booted: Promise<BootedInterpreter>;
}

/** What one run is made of, whichever kind it is. */
type Attempt<Ending> = Pick<SupervisedRun<Ending>, 'request' | 'limitSeconds' | 'onStart' | 'reading'>;

class InterpreterPool implements Sandbox {
  readonly #boot: InterpreterBoot;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  readonly #disposal = new AbortController();
  #state: SandboxState = { kind: 'idle' };
  #packages: readonly string[] = [];
  #processes = 0;
  #spare: Spare | null = null;
  #isRunning = false;
  #hasThreads = false;
  /** The test files of the last run, but for the learner's own: the next one is likely to bring them again. */
  #tests: readonly TextFile[] = [];
  #waiting = 0;
  #nextRun = 1;
  #stopTicking = () => {};

  constructor(parts: SandboxParts) {
    this.#clock = parts.clock;
    this.#boot = new InterpreterBoot({
      heapLimitBytes: defaultHeapLimitBytes,
      hashSeed: 0,
      snapshots: null,
      ...parts,
      onFrameLost: () => this.#replaceLostSpare(),
    });
  }

  getState(): SandboxState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  prepare(packages: readonly string[], processes = 0): void {
    if (this.#disposal.signal.aborted) return;
    this.#packages = packages;
    this.#processes = processes;
    if (this.#spare?.key === toKey(packages, processes)) return;
    this.#dropSpare();
    this.#bootSpare();
  }

  retry(): void {
    if (this.#disposal.signal.aborted || this.#state.kind === 'ready') return;
    this.#dropSpare();
    // After a failure the other downloads go on; a boot that hangs has to ask for everything unfinished anew.
    if (this.#state.kind === 'booting') this.#boot.abortDownloads();
    this.#bootSpare();
  }

  async run(request: RunRequest, handlers: RunHandlers): Promise<RunEnding> {
    this.#tests = request.files.filter(
      (file): file is TextFile =>
        'text' in file && request.testFiles.includes(file.path) && !request.editable.includes(file.path),
    );
    const attempt = (hasShortStack: boolean) => {
      const asked = hasShortStack ? { ...request, hasShortStack } : request;
      return {
        request: asked,
        limitSeconds: request.limits.seconds,
        onStart: handlers.onStart,
        reading: readTests(asked, handlers.onEvent),
      };
    };
    return this.#perform(attempt, handlers.signal, () => true);
  }

  async runProgram(request: ProgramRequest, handlers: ProgramHandlers): Promise<ProgramEnding> {
    let hasAsked = false;
    const onInputWanted: ProgramHandlers['onInputWanted'] = (answer) => {
      hasAsked = true;
      handlers.onInputWanted(answer);
    };
    const attempt = (hasShortStack: boolean) => ({
      request: hasShortStack ? { ...request, hasShortStack } : request,
      limitSeconds: null,
      onStart: handlers.onStart,
      reading: readProgram({ ...handlers, onInputWanted }),
    });
    // Nobody types the same things twice.
    return this.#perform(attempt, handlers.signal, () => !hasAsked);
  }

  dispose(): void {
    if (this.#disposal.signal.aborted) return;
    this.#disposal.abort();
    this.#dropSpare();
    this.#stopTicking();
    this.#boot.abortDownloads();
    this.#boot.close();
    this.#publish({ kind: 'idle' });
    this.#listeners.clear();
  }

  /** `mayRepeat`: asked after a death of the engine's stack, whether another attempt does no harm. */
  async #perform<Ending extends RunEnding | ProgramEnding>(
    attempt: (hasShortStack: boolean) => Attempt<Ending>,
    asked: AbortSignal,
    mayRepeat: () => boolean,
  ): Promise<Ending> {
    const first = attempt(false);
    if (this.#isRunning || this.#disposal.signal.aborted) return first.reading.stopped('cancelled', null);
    this.#isRunning = true;
    const signal = AbortSignal.any([asked, this.#disposal.signal]);
    try {
      const ending = await this.#run(first, signal);
      const isRepeated =
        ending.kind === 'crashed' &&
        ending.cause === 'stack-overflow' &&
        this.#hasThreads &&
        !signal.aborted &&
        mayRepeat();
      return isRepeated ? this.#run(attempt(true), signal) : ending;
    } finally {
      this.#isRunning = false;
      this.#refill();
    }
  }

  async #run<Ending>(attempt: Attempt<Ending>, signal: AbortSignal): Promise<Ending> {
    const { request, reading } = attempt;
    for (let count = 0; count < attempts; count += 1) {
      this.prepare(request.packages, request.processes);
      if (this.#state.kind === 'failed') this.retry();
      const booted = await this.#takeSpare(signal);
      if (booted === 'cancelled') return reading.stopped('cancelled', null);
      if (booted instanceof BootFailure) return reading.crashed('boot-failed', booted.message);
      const end = await this.#supervise(booted, attempt, signal);
      if (end.kind === 'ended') return end.ending;
      // Whatever was wrong with that frame or worker, the next attempt does not meet it again.
      this.#dropSpare();
      this.#boot.drop(booted.session);
    }
    return reading.crashed('frame-lost', 'Two interpreters in a row did not take the run.');
  }

  async #supervise<Ending>(booted: BootedInterpreter, attempt: Attempt<Ending>, signal: AbortSignal) {
    const id = `run-${this.#nextRun}`;
    this.#nextRun += 1;
    this.#hasThreads = booted.capabilities.stackSwitching;
    const release = booted.session.watch();
    const cancelRefill = this.#clock.after(refillDuringRunMs, () => this.#refill());
    const end = await superviseRun({
      ...attempt,
      id,
      signal,
      interpreter: booted.interpreter,
      hasSoftInterrupt: booted.capabilities.sharedMemory,
      clock: this.#clock,
    });
    cancelRefill();
    release();
    return end;
  }

  /** Waits for the spare, through replacements of it, until it is up, has failed, or nobody wants it any more. */
  async #takeSpare(signal: AbortSignal): Promise<BootedInterpreter | BootFailure | 'cancelled'> {
    for (;;) {
      const spare = this.#spare;
      if (!spare) return 'cancelled';
      this.#waiting += 1;
      const outcome = await Promise.race([spare.booted.catch(toFailure), aborted(signal)]);
      this.#waiting -= 1;
      if (outcome === 'cancelled' || signal.aborted) return 'cancelled';
      if (this.#spare !== spare) continue;
      if (!(outcome instanceof BootFailure)) this.#spare = null;
      return outcome;
    }
  }

  #refill(): void {
    if (this.#disposal.signal.aborted || this.#spare) return;
    this.#bootSpare();
  }

  #dropSpare(): void {
    const spare = this.#spare;
    this.#spare = null;
    if (!spare) return;
    spare.abort.abort();
    spare.booted.then(
      ({ interpreter }) => interpreter.kill(),
      () => {},
    );
  }

  #replaceLostSpare(): void {
    // A boot that is under way fails by itself and says why; a spare that is up would never answer.
    if (this.#state.kind !== 'ready' || !this.#spare) return;
    // Whether or not these were its end: the next one is not to end by them.
    this.#tests = [];
    this.#dropSpare();
    this.#bootSpare();
  }

  #bootSpare(): void {
    const abort = new AbortController();
    const packages = this.#packages;
    const processes = this.#processes;
    let step: BootStep = 'download';
    let stepAt = this.#clock.now();
    const tell = () => {
      const { isSlow, ...progress } = this.#boot.progress();
      const isStepSlow = step === 'download' ? isSlow : this.#clock.now() - stepAt >= slowStepMs;
      this.#publish({ kind: 'booting', step, ...progress, isSlow: isStepSlow });
    };
    const enter = (next: BootStep) => {
      step = next;
      stepAt = this.#clock.now();
      tell();
    };

    this.#stopTicking();
    const stopTicking = repeat(this.#clock, progressMs, tell);
    this.#stopTicking = stopTicking;
    const booted = this.#boot.boot(packages, enter, abort.signal, processes).finally(stopTicking);
    this.#spare = { key: toKey(packages, processes), packages, abort, booted };
    booted.then(
      ({ interpreter, python, capabilities }) => {
        if (abort.signal.aborted) return;
        interpreter.listen(({ type }) => {
          if (type === 'interpreter-lost') this.#replaceLostSpare();
        });
        // Who waits already has the tests compiled on the way.
        if (this.#waiting === 0 && this.#tests.length > 0) interpreter.rehearse(this.#tests);
        this.#publish({ kind: 'ready', python, capabilities });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) this.#fail(toFailure(error));
      },
    );
  }

  #fail({ step, message }: BootFailure): void {
    const { loadedBytes, totalBytes } = this.#boot.progress();
    this.#publish({ kind: 'failed', step, message, loadedBytes, totalBytes });
  }

  #publish(state: SandboxState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

function toKey(packages: readonly string[], processes: number): string {
  const names = [...new Set(packages.map((name) => name.toLowerCase()))].sort();
  return `${processes} ${names.join(' ')}`;
}

function toFailure(error: unknown): BootFailure {
  return error instanceof BootFailure ? error : new BootFailure('start-worker', String(error));
}

function aborted(signal: AbortSignal): Promise<'cancelled'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('cancelled');
    else signal.addEventListener('abort', () => resolve('cancelled'), { once: true });
  });
}
