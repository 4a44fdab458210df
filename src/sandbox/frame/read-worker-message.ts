/**
 * Reads what an interpreter says. Its worker may be under the control of a learner's code, so nothing is passed on
 * towards the page but the fields that the protocol knows, each of its own type.
 */
import type { MemorySnapshot } from '../memory-snapshot.ts';
import type { InterpreterStep, RunOutcome, WorkerMessage } from '../protocol.ts';

const steps: readonly InterpreterStep[] = ['start-python', 'load-packages', 'warm-up'];

type Fields = Readonly<Record<string, unknown>>;

/** Null for anything that is not a word of the protocol. */
export function readWorkerMessage(data: unknown): WorkerMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const fields = data as Fields;
  switch (fields.type) {
    case 'stepped': {
      const step = steps.find((known) => known === fields.step);
      return step && isCount(fields.interpreter)
        ? { type: 'stepped', interpreter: fields.interpreter, step }
        : null;
    }
    case 'ready':
      return isCount(fields.interpreter)
        ? { type: 'ready', interpreter: fields.interpreter, stackSwitching: fields.stackSwitching === true }
        : null;
    case 'snapshot-made': {
      const snapshot = readSnapshot(fields.snapshot);
      return snapshot && { type: 'snapshot-made', snapshot };
    }
    case 'snapshot-refused':
      return { type: 'snapshot-refused' };
    case 'boot-failed':
      return isCount(fields.interpreter)
        ? { type: 'boot-failed', interpreter: fields.interpreter, message: toText(fields.message) }
        : null;
    case 'started':
      return typeof fields.run === 'string' ? { type: 'started', run: fields.run } : null;
    case 'progressed':
      return typeof fields.run === 'string' && typeof fields.event === 'string'
        ? { type: 'progressed', run: fields.run, event: fields.event }
        : null;
    case 'ended':
      return typeof fields.run === 'string'
        ? { type: 'ended', run: fields.run, outcome: readOutcome(fields.outcome) }
        : null;
    default:
      return readProcessMessage(fields);
  }
}

function readProcessMessage(fields: Fields): WorkerMessage | null {
  const { type, pid } = fields;
  if (!isCount(pid)) return null;
  switch (type) {
    case 'process-wanted':
    case 'process-ended':
      return { type, pid };
    case 'process-signalled':
      return isCount(fields.signal) ? { type, pid, signal: fields.signal } : null;
    case 'process-died':
      return { type, pid, message: toText(fields.message) };
    default:
      return null;
  }
}

/** A run that ended in words nobody knows has ended all the same. */
function readOutcome(data: unknown): RunOutcome {
  const fields: Fields = typeof data === 'object' && data !== null ? (data as Fields) : {};
  const isHeapExhausted = fields.isHeapExhausted === true;
  if (fields.kind === 'reported' && typeof fields.report === 'string') {
    return { kind: 'reported', report: fields.report, isHeapExhausted };
  }
  const message = fields.kind === 'died' ? toText(fields.message) : 'The run ended in unknown words.';
  return { kind: 'died', message, isHeapExhausted };
}

/** Whether it fits is for the next interpreter to find out; here only its parts have their types. */
function readSnapshot(data: unknown): MemorySnapshot | null {
  const fields: Fields = typeof data === 'object' && data !== null ? (data as Fields) : {};
  const { heapBytes, spans, bytes, links, stacks, threadProblem, functions } = fields;
  const isWhole =
    isCount(heapBytes) &&
    spans instanceof Uint32Array &&
    isBuffer(bytes) &&
    typeof links === 'string' &&
    Array.isArray(stacks) &&
    stacks.every(isCount) &&
    (threadProblem === null || typeof threadProblem === 'string') &&
    isCount(functions);
  return isWhole ? { heapBytes, spans, bytes, links, stacks, threadProblem, functions } : null;
}

/** Shared memory is not there in every browser. */
function isBuffer(value: unknown): value is ArrayBuffer | SharedArrayBuffer {
  return (
    value instanceof ArrayBuffer ||
    (typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer)
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

/** What is no text says nothing: to make text of it could take for ever. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
