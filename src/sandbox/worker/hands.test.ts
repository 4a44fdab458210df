import { expect, test } from 'vitest';
import { createHands, UnknownHand } from './hands.ts';

class Port {
  read(): string {
    return 'read';
  }
}

function give() {
  const hands = createHands();
  const port = hands.add('port', new Port());
  const plain = hands.add('plain', {
    stop: () => {},
    get turn() {
      return Promise.resolve();
    },
  });
  return { hands, port, plain };
}

test('objects and their functions have the same names in every worker', () => {
  const here = give();
  const there = give();
  for (const item of [here.port, Port.prototype.read, here.plain, here.plain.stop]) {
    const name = here.hands.nameOf(item);
    expect(there.hands.nameOf(there.hands.find(name))).toBe(name);
  }
  expect(there.hands.find(here.hands.nameOf(here.plain.stop))).toBe(there.plain.stop);
});

test('a promise that has settled stands for any other', async () => {
  const { hands, plain } = give();
  const name = hands.nameOf(plain.turn);
  await expect(hands.find(name)).resolves.toBeUndefined();
});

test('what nobody has named is told', () => {
  const { hands } = give();
  expect(() => hands.nameOf({})).toThrow(UnknownHand);
  expect(() => hands.find('socket')).toThrow('Python wants socket, which this worker does not have.');
});
