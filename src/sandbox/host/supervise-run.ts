/**
 * Watches over one run in one interpreter, from the request to its ending. The page alone decides about time and
 * cancelling: a busy interpreter cannot answer, so it is first asked to stop and then killed.
 */
import { parseRunEvent, type Report, type TestResult } from '../../domain/report.ts';
import type { RunRequest } from '../../domain/run-request.ts';
import type { CrashCause, RunEnding } from '../../domain/verdict.ts';
import type { RunOutcome } from '../protocol.ts';
import type { RunHandlers } from '../sandbox.ts';
import { checkReport, isRequestedEvent } from './check-report.ts';
import { type Clock, repeat } from './clock.ts';
import { findDeathCause } from './death-cause.ts';
import type { Interpreter, InterpreterNews } from './frame-session.ts';

/** An interpreter that does not take a run within this time is dead. */
const takeMs = 15_000;
/** How long an interpreter that was asked to stop may take to tell where it was. */
const graceMs = { 'timed-out': 1_000, cancelled: 400 } as const;
/** Code that catches the interrupt has to be asked again. */
const askAgainMs = 100;
const rawCharacters = 20_000;

export type SupervisedEnd =
  | { readonly kind: 'ended'; readonly ending: RunEnding }
  /** The interpreter was dead before it took the run: the request may be tried on another. */
  | { readonly kind: 'never-started' };

export interface SupervisedRun {
  readonly id: string;
  readonly request: RunRequest;
  readonly handlers: RunHandlers;
  readonly interpreter: Interpreter;
  readonly hasSoftInterrupt: boolean;
  readonly clock: Clock;
}

/** Never rejects. The interpreter is dead afterwards. */
export function superviseRun(supervised: SupervisedRun): Promise<SupervisedEnd> {
  return new Promise((resolve) => new Supervisor(supervised, resolve).start());
}

class Supervisor {
  readonly #run: SupervisedRun;
  readonly #resolve: (end: SupervisedEnd) => void;
  readonly #cancels: (() => void)[] = [];
  readonly #partial: TestResult[] = [];
  #running: string | null = null;
  #isStarted = false;
  #isEnded = false;
  #stopping: 'timed-out' | 'cancelled' | null = null;

  constructor(run: SupervisedRun, resolve: (end: SupervisedEnd) => void) {
    this.#run = run;
    this.#resolve = resolve;
  }

  start(): void {
    const { interpreter, handlers, id, request, clock } = this.#run;
    const { signal } = handlers;
    if (signal.aborted) {
      this.#end(this.#stopped('cancelled', null));
      return;
    }
    const onAbort = () => this.#stop('cancelled');
    signal.addEventListener('abort', onAbort);
    this.#cancels.push(() => signal.removeEventListener('abort', onAbort));
    this.#cancels.push(clock.after(takeMs, () => this.#neverStarted()));
    interpreter.listen((news) => this.#hear(news));
    interpreter.run(id, request);
  }

  #hear(news: InterpreterNews): void {
    if (this.#isEnded || ('run' in news && news.run !== this.#run.id)) return;
    switch (news.type) {
      case 'run-started':
        this.#begin();
        return;
      case 'run-progressed':
        for (const text of news.events) this.#progress(text);
        return;
      case 'run-ended':
        this.#end(this.#toEnding(news.outcome));
        return;
      case 'interpreter-lost':
        if (!this.#isStarted) this.#neverStarted();
        else {
          const { message } = news;
          this.#end(this.#toEnding({ kind: 'died', message, isHeapExhausted: false }));
        }
        return;
      case 'frame-lost':
        if (!this.#isStarted) this.#neverStarted();
        else
          this.#end(this.#stopping ? this.#stopped(this.#stopping, null) : this.#crashed('frame-lost', ''));
        return;
      default:
    }
  }

  /** The clock of the run starts when the interpreter takes it, not while it waited for the boot. */
  #begin(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    const { clock, request, handlers } = this.#run;
    this.#cancels.push(clock.after(request.limits.seconds * 1000, () => this.#stop('timed-out')));
    handlers.onStart?.();
  }

  #progress(text: string): void {
    const parsed = parseRunEvent(text);
    if (!parsed.ok || !isRequestedEvent(parsed.value, this.#run.request)) return;
    const event = parsed.value;
    if (event.type === 'started') this.#running = event.id;
    if (event.type === 'finished') {
      this.#running = null;
      this.#partial.push(event.test);
    }
    this.#run.handlers.onEvent(event);
  }

  #stop(reason: 'timed-out' | 'cancelled'): void {
    if (this.#isEnded) return;
    // Stop pressed while a time-out is being asked about: do not make the learner wait twice.
    if (this.#stopping || !this.#isStarted || !this.#run.hasSoftInterrupt) {
      this.#end(this.#stopped(this.#stopping ?? reason, null));
      return;
    }
    this.#stopping = reason;
    const { clock, interpreter } = this.#run;
    interpreter.interrupt();
    this.#cancels.push(repeat(clock, askAgainMs, () => interpreter.interrupt()));
    this.#cancels.push(clock.after(graceMs[reason], () => this.#end(this.#stopped(reason, null))));
  }

  #toEnding(outcome: RunOutcome): RunEnding {
    const { request } = this.#run;
    const checked = outcome.kind === 'reported' ? checkReport(outcome.report, request) : null;
    if (this.#stopping) return this.#stopped(this.#stopping, checked?.ok ? checked.value : null);

    if (outcome.kind === 'died') {
      const cause = findDeathCause(outcome.message);
      if (cause === 'out-of-memory') return this.#outOfMemory(null);
      if (cause === 'unknown' && outcome.isHeapExhausted) return this.#outOfMemory(null);
      return this.#crashed(cause, outcome.message);
    }
    if (!checked?.ok) {
      return this.#crashed('unreadable-report', `${checked?.problem ?? ''}\n\n${outcome.report}`);
    }
    const report = checked.value;
    return outcome.isHeapExhausted && failedForMemory(report)
      ? this.#outOfMemory(report)
      : { kind: 'reported', report };
  }

  #stopped(reason: 'timed-out' | 'cancelled', report: Report | null): RunEnding {
    const partial = report?.tests ?? this.#partial;
    if (reason === 'cancelled') return { kind: 'cancelled', partial };
    const limitSeconds = this.#run.request.limits.seconds;
    return { kind: 'timed-out', limitSeconds, report, lastStarted: this.#running, partial };
  }

  #outOfMemory(report: Report | null): RunEnding {
    const culprit = report?.tests.find((test) => test.failure?.type.endsWith('MemoryError'));
    return {
      kind: 'out-of-memory',
      lastStarted: culprit?.id ?? this.#running,
      partial: report?.tests ?? this.#partial,
    };
  }

  #crashed(cause: CrashCause, raw: string): RunEnding {
    return {
      kind: 'crashed',
      cause,
      raw: raw.slice(0, rawCharacters),
      lastStarted: this.#running,
      partial: this.#partial,
    };
  }

  #neverStarted(): void {
    if (this.#isStarted) return;
    this.#settle({ kind: 'never-started' });
  }

  #end(ending: RunEnding): void {
    this.#settle({ kind: 'ended', ending });
  }

  #settle(end: SupervisedEnd): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    for (const cancel of this.#cancels) cancel();
    this.#run.interpreter.kill();
    this.#resolve(end);
  }
}

/** The heap was full, and that is what made a test or the collection fail. */
function failedForMemory(report: Report): boolean {
  return (
    report.exit === 'internal-error' ||
    report.tests.some((test) => test.failure?.type.endsWith('MemoryError')) ||
    report.collectionErrors.some((error) => error.type.endsWith('MemoryError'))
  );
}
