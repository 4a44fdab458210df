/** What processes share, as two workers and the frame see it, all in one thread. */
import { expect, test } from 'vitest';
import { foundKernel, openKernel } from './kernel.ts';
import { cell, handleKind, processState } from './layout.ts';
import { brokenPipe, wouldBlock } from './pipes.ts';

function setUp() {
  const buffer = new SharedArrayBuffer(8 * 1024 * 1024);
  const open = (serial: number) => openKernel(buffer, { serial, bell: serial, canWait: true });
  const frame = open(9);
  const main = foundKernel(frame, 2);
  return { frame, main, open };
}

const text = (value: string) => new TextEncoder().encode(value);

test('a pipe gives what was put into it, in order, around the end of its ring', () => {
  const { frame } = setUp();
  const pipe = frame.pipes.create(1024);
  frame.pipes.open(pipe, 'readers');
  frame.pipes.open(pipe, 'writers');
  for (let round = 0; round < 10; round += 1) {
    const sent = Uint8Array.from({ length: 700 }, (_, index) => (index * 7 + round) % 256);
    expect(frame.pipes.write(pipe, sent)).toBe(700);
    expect(frame.pipes.read(pipe, 10_000)).toEqual(sent);
  }
  expect(frame.pipes.read(pipe, 1)).toBeNull();
});

test('a small piece is written whole or not at all, a large one as far as there is room', () => {
  const { frame } = setUp();
  const pipe = frame.pipes.create(8192);
  frame.pipes.open(pipe, 'readers');
  expect(frame.pipes.write(pipe, new Uint8Array(8000))).toBe(8000);
  expect(frame.pipes.write(pipe, new Uint8Array(500))).toBe(wouldBlock);
  expect(frame.pipes.write(pipe, new Uint8Array(5000))).toBe(192);
});

test('a pipe ends when its last writer has closed it, and breaks without a reader', () => {
  const { frame, main } = setUp();
  const pipe = frame.pipes.create();
  frame.descriptors.open(main, pipe | handleKind.read);
  const writer = frame.descriptors.open(main, pipe | handleKind.write);
  const second = frame.descriptors.open(main, pipe | handleKind.write);
  frame.pipes.write(pipe, text('last words'));
  frame.descriptors.close(main, writer);
  frame.descriptors.close(main, second);
  expect(frame.pipes.read(pipe, 100)).toEqual(text('last words'));
  expect(frame.pipes.read(pipe, 100)).toHaveLength(0);

  const other = frame.pipes.create();
  const end = frame.descriptors.open(main, other | handleKind.read);
  frame.descriptors.open(main, other | handleKind.write);
  frame.descriptors.close(main, end);
  expect(frame.pipes.write(other, text('anyone?'))).toBe(brokenPipe);
  expect(frame.descriptors.close(main, end)).toBe(false);
});

test('what nobody has open any more is used again', () => {
  const { frame, main } = setUp();
  const usedBy = () => frame.memory.load(cell.top);
  const openAndClose = () => {
    const pipe = frame.pipes.create();
    const ends = [handleKind.read, handleKind.write].map((kind) => frame.descriptors.open(main, pipe | kind));
    for (const end of ends) frame.descriptors.close(main, end);
    const [first, second] = frame.pipes.createPair();
    for (const one of [first, second]) {
      frame.descriptors.close(main, frame.descriptors.open(main, one | handleKind.duplex));
    }
    const segment = frame.segments.create(true);
    frame.segments.resize(segment, 1000);
    const held = frame.descriptors.open(main, segment | handleKind.segment);
    frame.names.add('block', segment | handleKind.segment);
    frame.segments.unlink(frame.names.remove('block') & ~15);
    frame.descriptors.close(main, held);
  };
  openAndClose();
  const after = usedBy();
  for (let round = 0; round < 200; round += 1) openAndClose();
  expect(usedBy()).toBe(after);
});

test('what a killed process had open is closed', () => {
  const { frame, main } = setUp();
  const child = frame.processes.create(main);
  const pipe = frame.pipes.create();
  frame.descriptors.open(main, pipe | handleKind.read);
  frame.descriptors.open(child, pipe | handleKind.write);
  expect(frame.pipes.read(pipe, 1)).toBeNull();
  frame.descriptors.closeAll(child);
  frame.processes.end(child, -9);
  expect(frame.pipes.read(pipe, 1)).toHaveLength(0);
  expect(frame.processes.exitCode(child)).toBe(-9);
  frame.processes.end(child, 0);
  expect(frame.processes.exitCode(child)).toBe(-9);
});

test('a lock whose holder is dead for certain is taken over', () => {
  const { frame, open } = setUp();
  const dead = open(2);
  // Killed inside: the lock is never given back.
  frame.memory.store(cell.lock, dead.memory.worker.serial);
  frame.memory.markDead(dead.memory.worker.serial);
  expect(open(3).memory.allocate(64)).toBeGreaterThan(0);
  expect(frame.memory.load(cell.lock)).toBe(0);
});

test('what a process listens on ends with it, and nothing else', () => {
  const { frame } = setUp();
  expect(frame.names.add('listen:a', 16, 101)).toBe(true);
  expect(frame.names.add('block', 32)).toBe(true);
  expect(frame.names.add('listen:b', 48, 102)).toBe(true);
  expect(frame.names.add('listen:c', 64, 101)).toBe(true);
  frame.names.removeOf(101);
  expect(['listen:a', 'block', 'listen:b', 'listen:c'].map((name) => frame.names.find(name))).toEqual([
    0, 32, 48, 0,
  ]);
  expect(frame.names.add('listen:a', 80, 103)).toBe(true);
});

test('a worker that starts is alive, whatever became of an earlier one with its place', () => {
  const { frame, open } = setUp();
  const worker = open(5);
  frame.memory.condemn(5);
  frame.memory.begin(5);
  // Would wait for ever.
  worker.memory.haltIfCondemned();
  expect(worker.memory.allocate(16)).toBeGreaterThan(0);
});

test('a semaphore counts, and refuses what is too much', () => {
  const { frame } = setUp();
  const semaphore = frame.semaphores.create(1, 1);
  expect(frame.semaphores.tryAcquire(semaphore)).toBe(true);
  expect(frame.semaphores.tryAcquire(semaphore)).toBe(false);
  expect(frame.semaphores.release(semaphore)).toBe(true);
  expect(frame.semaphores.release(semaphore)).toBe(false);
});

test('whoever has armed an object is rung once for its next change', () => {
  const { frame, open } = setUp();
  const waiter = open(3);
  const semaphore = frame.semaphores.create(0, 5);
  const before = waiter.memory.heard();
  frame.semaphores.release(semaphore);
  expect(waiter.memory.heard()).toBe(before);
  waiter.memory.arm(waiter.semaphores.waiters(semaphore));
  frame.semaphores.release(semaphore);
  frame.semaphores.release(semaphore);
  expect(waiter.memory.heard()).toBe(before + 1);
});

test('a process that was killed while it waited does not begin', () => {
  const { frame, main, open } = setUp();
  const pid = frame.processes.create(main);
  expect(frame.memory.load(cell.alive)).toBe(1);
  frame.processes.end(pid, -15);
  expect(open(2).processes.begin(pid)).toBe(false);
  expect(frame.memory.load(cell.alive)).toBe(0);
  expect(frame.processes.childrenOf(main)).toEqual([pid]);
  frame.processes.reap(pid);
  expect(frame.processes.childrenOf(main)).toEqual([]);
  expect(frame.processes.state(pid)).toBe(processState.reaped);
});

test('names lead to handles until they are taken away', () => {
  const { frame } = setUp();
  expect(frame.names.add('a', 16)).toBe(true);
  expect(frame.names.add('b', 32)).toBe(true);
  expect(frame.names.add('a', 48)).toBe(false);
  expect(frame.names.remove('a')).toBe(16);
  expect([frame.names.find('a'), frame.names.find('b')]).toEqual([0, 32]);
});

test('the console never waits: what is too much is counted', () => {
  const { frame } = setUp();
  frame.console.write(1, text('hello'));
  expect(frame.console.take()).toEqual(Uint8Array.from([1, 0, 0, 0, 5, ...text('hello')]));
  for (let count = 0; count < 20; count += 1) frame.console.write(2, new Uint8Array(100_000));
  expect(frame.console.takeDropped()).toBeGreaterThan(900_000);
  expect(frame.console.takeDropped()).toBe(0);
});
