/** Two processes' copies of one segment. */
import { expect, test } from 'vitest';
import { Copies } from './copies.ts';
import { openKernel } from './kernel.ts';

function setUp() {
  const kernel = openKernel(new SharedArrayBuffer(1024 * 1024), { serial: 1, bell: 0, canWait: true });
  const segment = kernel.segments.create(false);
  kernel.segments.resize(segment, 64);
  const data = kernel.segments.data(segment);
  const process = () => {
    const heap = new ArrayBuffer(256);
    const copies = new Copies(kernel.memory, () => new Int32Array(heap));
    copies.add(128, data, 64);
    return { copies, bytes: new Uint8Array(heap, 128, 64), numbers: new Int32Array(heap, 128, 16) };
  };
  return { first: process(), second: process() };
}

test('changes go both ways, and neighbours in one word do not overwrite each other', () => {
  const { first, second } = setUp();
  first.bytes[0] = 1;
  second.bytes[1] = 2;
  first.copies.exchange();
  second.copies.exchange();
  first.copies.exchange();
  expect([...first.bytes.slice(0, 3)]).toEqual([1, 2, 0]);
  expect([...second.bytes.slice(0, 3)]).toEqual([1, 2, 0]);
});

test('a number is never mixed of two', () => {
  const { first, second } = setUp();
  for (const { copies } of [first, second]) copies.setWhole(128, 4, true);
  first.numbers[0] = 0x0100;
  second.numbers[0] = 0x00ff;
  first.copies.exchange();
  second.copies.exchange();
  expect(second.numbers[0]).toBe(0x00ff);
  first.copies.exchange();
  expect(first.numbers[0]).toBe(0x00ff);
});

test('the last exchange comes before a copy is given up', () => {
  const { first, second } = setUp();
  first.bytes[63] = 9;
  first.copies.remove(128);
  second.copies.exchange();
  expect(second.bytes[63]).toBe(9);
});
