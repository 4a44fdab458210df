/** The interrupt buffer that is a clock. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPreemption, switchSignal } from './preemption.ts';

let nowMs = 0;

beforeEach(() => {
  nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('without threads an interrupt is SIGINT, once', () => {
  const control = new SharedArrayBuffer(8);
  const { cell } = createPreemption(control);
  expect(cell[0]).toBe(0);
  new Uint8Array(control)[0] = 2;
  expect(cell[0]).toBe(2);
  expect(cell[0]).toBe(0);
});

test('with threads an interrupt waits to be taken, and Python is not asked twice meanwhile', () => {
  const control = new SharedArrayBuffer(8);
  const preemption = createPreemption(control);
  preemption.setRouting(true);
  new Uint8Array(control)[0] = 2;
  expect(preemption.cell[0]).toBe(switchSignal);
  expect(preemption.cell[0]).toBe(0);
  expect(preemption.takeInterrupt()).toBe(true);
  expect(preemption.takeInterrupt()).toBe(false);
  expect(preemption.cell[0]).toBe(0);
});

test('a turn ends after the interval, if there is anyone else', () => {
  const preemption = createPreemption(null);
  nowMs = 100;
  expect(preemption.cell[0]).toBe(0);
  preemption.setActive(true);
  preemption.setIntervalMs(10);
  preemption.beginTurn();
  nowMs = 109;
  expect(preemption.cell[0]).toBe(0);
  nowMs = 110;
  expect(preemption.cell[0]).toBe(switchSignal);
  expect(preemption.cell[0]).toBe(0);
  preemption.beginTurn();
  nowMs = 121;
  expect(preemption.cell[0]).toBe(switchSignal);
});

test('what came at a bad moment comes again at the next look', () => {
  const preemption = createPreemption(null);
  preemption.setActive(true);
  nowMs = 10;
  expect(preemption.cell[0]).toBe(switchSignal);
  preemption.defer();
  expect(preemption.cell[0]).toBe(switchSignal);
  preemption.beginTurn();
  expect(preemption.cell[0]).toBe(0);
});

test('the distance to the next look varies while threads run', () => {
  const preemption = createPreemption(null);
  const distances = new Set<number>();
  preemption.setDistanceWith((chances) => distances.add(chances));
  for (let look = 0; look < 50; look += 1) void preemption.cell[0];
  const alone = Math.min(...distances);
  expect(distances.size).toBe(1);
  distances.clear();
  preemption.setActive(true);
  expect(Math.max(...distances)).toBeLessThan(alone);
  for (let look = 0; look < 50; look += 1) void preemption.cell[0];
  expect(distances.size).toBeGreaterThan(5);
  expect(Math.min(...distances)).toBeGreaterThan(0);
});
