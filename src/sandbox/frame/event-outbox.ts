/**
 * Holds a run's events back for a moment and sends them in one message, so that a flood of events reaches the
 * page as a few messages of a bounded size.
 */

import { mostEvents } from '../protocol.ts';

export interface OutboxLimits {
  /** Milliseconds between two messages. */
  readonly everyMs: number;
  readonly eventCharacters: number;
  /** Characters in one message. */
  readonly batchCharacters: number;
  readonly runEvents: number;
  readonly runCharacters: number;
}

const outboxLimits: OutboxLimits = {
  everyMs: 40,
  eventCharacters: 1_000_000,
  batchCharacters: 500_000,
  runEvents: mostEvents,
  runCharacters: 16_000_000,
};

export interface EventOutbox {
  add(event: string): void;
  /** The last message, at once; what does not fit into it is dropped and counted. Nothing is sent afterwards. */
  close(): void;
}

/** `setTimer` calls back once after the given milliseconds. */
export function createEventOutbox(
  send: (events: readonly string[], dropped: number) => void,
  setTimer: (callback: () => void, milliseconds: number) => void,
  limits: OutboxLimits = outboxLimits,
): EventOutbox {
  let waiting: string[] = [];
  let seenEvents = 0;
  let seenCharacters = 0;
  let dropped = 0;
  let sentDropped = 0;
  let isTimerSet = false;
  let isClosed = false;

  function add(event: string): void {
    seenEvents += 1;
    seenCharacters += event.length;
    const isTooMuch =
      event.length > limits.eventCharacters ||
      seenEvents > limits.runEvents ||
      seenCharacters > limits.runCharacters;
    if (isTooMuch) dropped += 1;
    else waiting.push(event);
    arm();
  }

  function arm(): void {
    if (isTimerSet) return;
    isTimerSet = true;
    setTimer(() => {
      isTimerSet = false;
      if (isClosed) return;
      sendBatch(takeBatch());
      if (waiting.length > 0) arm();
    }, limits.everyMs);
  }

  function takeBatch(): readonly string[] {
    let count = 0;
    let characters = 0;
    for (const event of waiting) {
      characters += event.length;
      if (count > 0 && characters > limits.batchCharacters) break;
      count += 1;
    }
    const batch = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return batch;
  }

  function sendBatch(batch: readonly string[]): void {
    if (batch.length === 0 && dropped === sentDropped) return;
    sentDropped = dropped;
    send(batch, dropped);
  }

  return {
    add,
    close: () => {
      if (isClosed) return;
      isClosed = true;
      const batch = takeBatch();
      dropped += waiting.length;
      waiting = [];
      sendBatch(batch);
    },
  };
}
