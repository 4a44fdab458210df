/**
 * Watches over one run in one interpreter, from the request to its ending. The page alone decides about time and
 * cancelling: a busy interpreter cannot answer, so it is first asked to stop and then killed.
 */
import type { ProgramRequest } from '../../domain/program-request.ts';
import type { RunRequest } from '../../domain/run-request.ts';
import type { CrashCause } from '../../domain/verdict.ts';
import type { RunOutcome } from '../protocol.ts';
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

type StopReason = 'timed-out' | 'cancelled';

/** What a kind of run makes of the interpreter's words: its events while it goes on, and its ending. */
export interface RunReading<Ending> {
  /** One event, as it came. `answer` sends the interpreter a line for its standard input, `null` its end. */
  hear(event: string, answer: (line: string | null) => void): void;
  /** The run came to its end by itself. */
  reported(report: string, isHeapExhausted: boolean): Ending;
  /** `report`: what an interpreter that stopped in time said; null where it was killed. */
  stopped(reason: StopReason, report: string | null): Ending;
  /** The interpreter died, with the engine's words for it. */
  outOfMemory(): Ending;
  crashed(cause: CrashCause, raw: string): Ending;
}

export type SupervisedEnd<Ending> =
  | { readonly kind: 'ended'; readonly ending: Ending }
  /** The interpreter was dead before it took the run: the request may be tried on another. */
  | { readonly kind: 'never-started' };

export interface SupervisedRun<Ending> {
  readonly id: string;
  readonly request: RunRequest | ProgramRequest;
  /** Aborting it is the Stop button. */
  readonly signal: AbortSignal;
  readonly onStart: (() => void) | undefined;
  /** Null: the run may take as long as it likes. */
  readonly limitSeconds: number | null;
  readonly reading: RunReading<Ending>;
  readonly interpreter: Interpreter;
  readonly hasSoftInterrupt: boolean;
  readonly clock: Clock;
}

/** Never rejects. The interpreter is dead afterwards. */
export function superviseRun<Ending>(supervised: SupervisedRun<Ending>): Promise<SupervisedEnd<Ending>> {
  return new Promise((resolve) => new Supervisor(supervised, resolve).start());
}

class Supervisor<Ending> {
  readonly #run: SupervisedRun<Ending>;
  readonly #resolve: (end: SupervisedEnd<Ending>) => void;
  readonly #cancels: (() => void)[] = [];
  #isStarted = false;
  #isEnded = false;
  #stopping: StopReason | null = null;

  constructor(run: SupervisedRun<Ending>, resolve: (end: SupervisedEnd<Ending>) => void) {
    this.#run = run;
    this.#resolve = resolve;
  }

  start(): void {
    const { interpreter, signal, id, request, clock, reading } = this.#run;
    if (signal.aborted) {
      this.#end(reading.stopped('cancelled', null));
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
    const { reading, id, interpreter } = this.#run;
    if (this.#isEnded || ('run' in news && news.run !== id)) return;
    switch (news.type) {
      case 'run-started':
        this.#begin();
        return;
      case 'run-progressed': {
        const answer = (line: string | null) => {
          if (!this.#isEnded) interpreter.answer(line);
        };
        for (const event of news.events) reading.hear(event, answer);
        return;
      }
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
          this.#end(
            this.#stopping ? reading.stopped(this.#stopping, null) : reading.crashed('frame-lost', ''),
          );
        return;
      default:
    }
  }

  /** The clock of the run starts when the interpreter takes it, not while it waited for the boot. */
  #begin(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    const { clock, limitSeconds, onStart } = this.#run;
    if (limitSeconds !== null) {
      this.#cancels.push(clock.after(limitSeconds * 1000, () => this.#stop('timed-out')));
    }
    onStart?.();
  }

  #stop(reason: StopReason): void {
    if (this.#isEnded) return;
    const { clock, interpreter, reading, hasSoftInterrupt } = this.#run;
    // Stop pressed while a time-out is being asked about: do not make the learner wait twice.
    if (this.#stopping || !this.#isStarted || !hasSoftInterrupt) {
      this.#end(reading.stopped(this.#stopping ?? reason, null));
      return;
    }
    this.#stopping = reason;
    interpreter.interrupt();
    this.#cancels.push(repeat(clock, askAgainMs, () => interpreter.interrupt()));
    this.#cancels.push(clock.after(graceMs[reason], () => this.#end(reading.stopped(reason, null))));
  }

  #toEnding(outcome: RunOutcome): Ending {
    const { reading } = this.#run;
    if (this.#stopping) {
      return reading.stopped(this.#stopping, outcome.kind === 'reported' ? outcome.report : null);
    }
    if (outcome.kind === 'reported') return reading.reported(outcome.report, outcome.isHeapExhausted);
    const cause = findDeathCause(outcome.message);
    if (cause === 'out-of-memory') return reading.outOfMemory();
    if (cause === 'unknown' && outcome.isHeapExhausted) return reading.outOfMemory();
    return reading.crashed(cause, outcome.message.slice(0, rawCharacters));
  }

  #neverStarted(): void {
    if (this.#isStarted) return;
    this.#settle({ kind: 'never-started' });
  }

  #end(ending: Ending): void {
    this.#settle({ kind: 'ended', ending });
  }

  #settle(end: SupervisedEnd<Ending>): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    for (const cancel of this.#cancels) cancel();
    this.#run.interpreter.kill();
    this.#resolve(end);
  }
}
