/** One interpreter as the frame holds it: its worker, its private port, its control cells and its current run. */

import { assertNever } from '../../domain/assert-never.ts';
import type { TextFile } from '../../domain/challenge.ts';
import { putLine } from '../kernel/typed-line.ts';
import type { SnapshotKind } from '../memory-snapshot.ts';
import {
  type AnswerMessage,
  type BootMessage,
  type InterpreterEvent,
  type LockInfo,
  mostEvents,
  type Pack,
  type ProcessBoot,
  type ProcessMessage,
  type RehearseMessage,
  type RunMessage,
  type RunOutcome,
  type StartProcessMessage,
  type WorkerMessage,
} from '../protocol.ts';
import type { Engine } from './engine.ts';
import { createEventOutbox, type EventOutbox } from './event-outbox.ts';
import { readWorkerMessage } from './read-worker-message.ts';
import type { SnapshotShelf } from './snapshot-shelf.ts';
import type { WorkerNursery } from './worker-nursery.ts';

/** The judge tells less; the page would choke on a longer one. */
const reportCharacters = 16_000_000;
const messageCharacters = 4_000;
/** What Python's interrupt flag says for SIGINT. */
const interruptSignal = 2;
/** The 32-bit cell that the interpreter waits on (byte 0 of cell 0 is the interrupt flag). */
const waitCell = 1;
/** An interpreter that says more than this means to wear the frame out: it would be busy long after the run. */
const mostMessages = mostEvents + 5_000;
/** Nothing of ours ever comes over a worker's default channel. */
const mostStrangeMessages = 1_000;
const saidTooMuch = 'The interpreter sent more messages than a run has.';

export interface WorkerParts {
  readonly nursery: WorkerNursery;
  readonly url: string;
  readonly module: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly packs: readonly Pack[];
  readonly lockInfo: LockInfo;
  readonly heapLimitBytes: number;
  readonly hashSeed: number;
  readonly shelf: SnapshotShelf;
}

/** What an interpreter needs to be one of several processes, and who hears of them. */
export interface ProcessPlace {
  readonly boot: ProcessBoot;
  hear(message: ProcessMessage): void;
}

export interface WorkerLink {
  startProcess(pid: number): void;
  /** Before its run. */
  rehearse(files: readonly TextFile[]): void;
  run(message: RunMessage): void;
  /** A line for what runs; null ends its input. */
  answer(line: string | null): void;
  interrupt(): void;
  kill(): void;
}

export function startWorkerLink(
  id: number,
  parts: WorkerParts,
  engine: Engine,
  post: (event: InterpreterEvent) => void,
  place: ProcessPlace | null = null,
): WorkerLink {
  const worker = parts.nursery.take(parts.url);
  const { port1: port, port2: workerPort } = engine.createChannel();
  const control = engine.createControl();
  const kind = toKind(parts, place);
  const snapshot = parts.shelf.find(kind);
  const isAsked = snapshot === null && parts.shelf.ask(kind);
  let run: { readonly id: string; readonly outbox: EventOutbox; isStarted: boolean } | null = null;
  /** What was passed on and comes once only: a worker that repeats itself is not to wear the page out. */
  const steps = new Set<string>();
  /** Once the interpreter is ready, its worker may be under a learner's control. */
  let isReady = false;
  let hasSpoken = false;
  let isAlive = true;
  let messages = 0;
  let strangeMessages = 0;

  // The worker's default channel is for `boot` alone; whatever comes over it is the learner's, and only counted.
  worker.listen({
    onMessage: () => {
      strangeMessages += 1;
      if (isAlive && strangeMessages > mostStrangeMessages) lose(saidTooMuch);
    },
    onError: (message) => {
      if (isAlive) lose(message || 'The worker did not start.');
    },
  });
  port.onmessage = (event) => {
    hasSpoken = true;
    messages += 1;
    if (isAlive && messages > mostMessages) lose(saidTooMuch);
    const message = isAlive ? readWorkerMessage(event.data) : null;
    if (message) hear(message);
  };
  const boot: BootMessage = {
    type: 'boot',
    interpreter: id,
    port: workerPort,
    module: parts.module,
    stdlib: parts.stdlib,
    packs: parts.packs,
    lockInfo: parts.lockInfo,
    heapLimitBytes: parts.heapLimitBytes,
    hashSeed: parts.hashSeed,
    control,
    processes: place?.boot ?? null,
    snapshot,
    isSnapshotWanted: isAsked,
  };
  worker.postMessage(boot, [workerPort]);

  function hear(message: WorkerMessage): void {
    switch (message.type) {
      case 'stepped':
        if (isReady || steps.has(message.step)) return;
        steps.add(message.step);
        post({ type: 'interpreter-stepped', interpreter: id, step: message.step });
        return;
      case 'snapshot-made':
        if (isAsked && !isReady) parts.shelf.keep(kind, message.snapshot);
        return;
      case 'snapshot-refused':
        if (snapshot && !isReady) parts.shelf.refuse(kind, snapshot);
        return;
      case 'ready':
        if (isReady) return;
        endBoot();
        post({ type: 'interpreter-ready', interpreter: id, stackSwitching: message.stackSwitching });
        return;
      case 'boot-failed':
        lose(message.message);
        return;
      case 'started':
        if (message.run !== run?.id || run.isStarted) return;
        run.isStarted = true;
        post({ type: 'run-started', interpreter: id, run: run.id });
        return;
      case 'progressed':
        if (message.run === run?.id) run.outbox.add(message.event);
        return;
      case 'ended':
        if (message.run === run?.id) end(run.id, run.outbox, message.outcome);
        return;
      case 'process-wanted':
      case 'process-signalled':
      case 'process-ended':
      case 'process-died':
        place?.hear(message);
        return;
      default:
        assertNever(message);
    }
  }

  function end(runId: string, outbox: EventOutbox, outcome: RunOutcome): void {
    outbox.close();
    run = null;
    post({ type: 'run-ended', interpreter: id, run: runId, outcome: capOutcome(outcome) });
  }

  function lose(message: string): void {
    run?.outbox.close();
    stop();
    const text = message.slice(0, messageCharacters);
    post({ type: 'interpreter-lost', interpreter: id, isRefused: !hasSpoken, message: text });
  }

  function endBoot(): void {
    if (isAsked && !isReady) parts.shelf.excuse(kind);
    isReady = true;
  }

  function stop(): void {
    endBoot();
    isAlive = false;
    run = null;
    worker.terminate();
    port.close();
  }

  return {
    run: (message) => {
      const runId = message.run;
      const outbox = createEventOutbox((events, dropped) => {
        if (isAlive) post({ type: 'run-progressed', interpreter: id, run: runId, events, dropped });
      }, engine.setTimer);
      run = { id: runId, outbox, isStarted: false };
      port.postMessage(message);
    },
    rehearse: (files) => port.postMessage({ type: 'rehearse', files } satisfies RehearseMessage),
    startProcess: (pid) => port.postMessage({ type: 'start-process', pid } satisfies StartProcessMessage),
    answer: (line) => {
      if (!control) {
        port.postMessage({ type: 'answer', line } satisfies AnswerMessage);
        return;
      }
      putLine(control, line);
      Atomics.notify(new Int32Array(control), waitCell);
    },
    interrupt: () => {
      if (!control) return;
      new Uint8Array(control)[0] = interruptSignal;
      Atomics.notify(new Int32Array(control), waitCell);
    },
    kill: () => {
      if (!isAlive) return;
      run?.outbox.close();
      stop();
    },
  };
}

function toKind({ packs }: WorkerParts, place: ProcessPlace | null): SnapshotKind {
  const names = packs.map((pack) => pack.name);
  if (!place) return { packs: names, role: 'alone' };
  return { packs: names, role: place.boot.mainPid === null ? 'child' : 'main' };
}

function capOutcome(outcome: RunOutcome): RunOutcome {
  if (outcome.kind === 'reported') {
    if (outcome.report.length <= reportCharacters) return outcome;
    return { ...outcome, report: outcome.report.slice(0, messageCharacters) };
  }
  return { ...outcome, message: outcome.message.slice(0, messageCharacters) };
}
