/** One interpreter in one worker: boots at once, serves one run, and is then thrown away by the page. */
import type { MemorySnapshot } from '../memory-snapshot.ts';
import {
  type AnswerMessage,
  type BootMessage,
  type InterpreterStep,
  mostEvents,
  type RehearseMessage,
  type RunMessage,
  type RunOutcome,
  type StartProcessMessage,
} from '../protocol.ts';
import { type Channel, createChannel, messageData } from './channel.ts';
import { type HeapLimit, limitHeap } from './heap-limit.ts';
import { type Python, startPython } from './python.ts';
import { createTyping, type TypingPort } from './typing.ts';

const messageCharacters = 4_000;

addEventListener('message', function receiveBoot(event) {
  event.stopImmediatePropagation();
  removeEventListener('message', receiveBoot);
  const boot = messageData(event) as BootMessage;
  const channel = createChannel(boot.port);
  serve(boot, channel).catch((error: unknown) => {
    channel.send({ type: 'boot-failed', interpreter: boot.interpreter, message: describe(error) });
  });
});

async function serve(boot: BootMessage, channel: Channel): Promise<void> {
  const heap = limitHeap(boot.heapLimitBytes);
  const typing = createTyping(boot.control);
  const python = await start(boot, channel, typing.port);

  let isUsed = false;
  let rehearsal: Promise<void> = Promise.resolve();
  channel.listen((data) => {
    const message = data as RehearseMessage | RunMessage | StartProcessMessage | AnswerMessage;
    if (message.type === 'answer') {
      typing.receive(message);
      return;
    }
    if (isUsed) return;
    if (message.type === 'rehearse') {
      // What goes wrong here goes wrong in the run as well, and is told there.
      rehearsal = python.rehearse(JSON.stringify(message.files)).catch(() => undefined);
      return;
    }
    isUsed = true;
    if (message.type === 'start-process') {
      python.runProcess(message.pid).catch((error: unknown) => {
        channel.send({ type: 'process-died', pid: message.pid, message: describe(error) });
      });
      return;
    }
    channel.send({ type: 'started', run: message.run });
    const judged = rehearsal.then(() => judgeOnce(python, heap, message, channel));
    void judged.then((outcome) => {
      channel.send({ type: 'ended', run: message.run, outcome });
    });
  });
  channel.send({ type: 'ready', interpreter: boot.interpreter, stackSwitching: python.hasThreads });
}

/** Where the memory it should go on with is of no use, the interpreter starts again from its packs. */
async function start(boot: BootMessage, channel: Channel, typing: TypingPort): Promise<Python> {
  const parts = {
    onStep: (step: InterpreterStep) => channel.send({ type: 'stepped', interpreter: boot.interpreter, step }),
    tell: channel.send,
    typing,
    keep: (snapshot: MemorySnapshot) => channel.send({ type: 'snapshot-made', snapshot }),
  };
  try {
    return await startPython({ ...parts, boot });
  } catch (error) {
    if (!boot.snapshot) throw error;
    console.warn(`A memory was of no use: ${describe(error)}`);
    channel.send({ type: 'snapshot-refused' });
    return startPython({ ...parts, boot: { ...boot, snapshot: null } });
  }
}

/** Never rejects. */
async function judgeOnce(
  python: Python,
  heap: HeapLimit,
  message: RunMessage,
  channel: Channel,
): Promise<RunOutcome> {
  const { request } = message;
  try {
    const { memoryMb } = request.limits;
    if (memoryMb !== undefined) heap.lower(memoryMb * 1_048_576);
    if (request.hasShortStack) python.shortenStacks();
    const job = 'program' in request ? 'run_program' : 'run';
    let events = 0;
    const report = await python.judge(job, JSON.stringify(request), (event) => {
      events += 1;
      if (events > mostEvents) return;
      channel.send({ type: 'progressed', run: message.run, event: String(event) });
    });
    return { kind: 'reported', report: String(report), isHeapExhausted: heap.isExhausted() };
  } catch (error) {
    return { kind: 'died', message: describe(error), isHeapExhausted: heap.isExhausted() };
  }
}

/** The engine's words about an error. Keeps the end: that is where Python names the exception. */
function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(-messageCharacters);
}
