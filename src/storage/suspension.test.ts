import { expect, test } from 'vitest';
import { openSuspension } from './suspension.ts';

function setUp() {
  const listeners = new Map<string, (event: Event) => void>();
  const suspension = openSuspension({ addEventListener: (type, listen) => void listeners.set(type, listen) });
  const say = (type: string, persisted: boolean) =>
    listeners.get(type)?.(Object.assign(new Event(type), { persisted }));
  return { suspension, say };
}

function createTransaction() {
  return {
    isAborted: false,
    abort() {
      this.isAborted = true;
    },
  };
}

test('a page that is kept gives up what is under way, and goes on when it is shown again', async () => {
  const { suspension, say } = setUp();
  const [running, released] = [createTransaction(), createTransaction()];
  suspension.watch(running);
  suspension.watch(released);
  suspension.release(released);
  await suspension.over();
  say('pagehide', true);
  expect([running.isAborted, released.isAborted]).toEqual([true, false]);
  expect([suspension.hasAborted(running), suspension.hasAborted(released)]).toEqual([true, false]);
  let isOver = false;
  const over = suspension.over().then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  say('pageshow', true);
  await over;
  expect(isOver).toBe(true);
});

test('a page that goes for good is left alone: the browser ends what it had open', async () => {
  const { suspension, say } = setUp();
  const running = createTransaction();
  suspension.watch(running);
  say('pagehide', false);
  expect(running.isAborted).toBe(false);
  await suspension.over();
});

test('one that ended by itself is told in the usual way', () => {
  const { suspension, say } = setUp();
  const ended = {
    abort: () => {
      throw new DOMException('It is over.', 'InvalidStateError');
    },
  };
  suspension.watch(ended);
  say('pagehide', true);
  expect(suspension.hasAborted(ended)).toBe(false);
});
