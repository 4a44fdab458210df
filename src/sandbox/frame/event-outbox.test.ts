/** A flood of events reaches the page in few messages of bounded size. */
import { expect, test } from 'vitest';
import { createEventOutbox, type OutboxLimits } from './event-outbox.ts';

const limits: OutboxLimits = {
  everyMs: 40,
  eventCharacters: 10,
  batchCharacters: 12,
  runEvents: 6,
  runCharacters: 30,
};

function setUp() {
  const sent: { readonly events: readonly string[]; readonly dropped: number }[] = [];
  const timers: (() => void)[] = [];
  const outbox = createEventOutbox(
    (events, dropped) => sent.push({ events, dropped }),
    (callback) => timers.push(callback),
    limits,
  );
  return { sent, timers, outbox, ring: () => timers.shift()?.() };
}

test('events that come close together go out together', () => {
  const { outbox, sent, timers, ring } = setUp();
  outbox.add('one');
  outbox.add('two');
  expect(sent).toEqual([]);
  expect(timers).toHaveLength(1);
  ring();
  expect(sent).toEqual([{ events: ['one', 'two'], dropped: 0 }]);
  expect(timers).toHaveLength(0);
});

test('one message never grows beyond its bound: the rest follows in the next', () => {
  const { outbox, sent, ring } = setUp();
  for (const event of ['aaaaaaa', 'bbbbbbb', 'ccccccc']) outbox.add(event);
  ring();
  ring();
  ring();
  expect(sent.map(({ events }) => events)).toEqual([['aaaaaaa'], ['bbbbbbb'], ['ccccccc']]);
});

test('what is too long or too much is dropped and counted', () => {
  const { outbox, sent, ring } = setUp();
  outbox.add('x'.repeat(11));
  for (let count = 0; count < 8; count += 1) outbox.add('y');
  ring();
  expect(sent).toEqual([{ events: ['y', 'y', 'y', 'y', 'y'], dropped: 4 }]);
});

test('at the end one last message goes out at once, with the count of what was left, and nothing after it', () => {
  const { outbox, sent, ring } = setUp();
  for (const event of ['aaaaaaa', 'bbbbbbb']) outbox.add(event);
  outbox.close();
  ring();
  expect(sent).toEqual([{ events: ['aaaaaaa'], dropped: 1 }]);
});
