import { expect, test } from 'vitest';
import { findMissingNeeds, findObstacle, isReadOnly } from './capabilities.ts';
import { parseFallback } from './fallback.ts';

const whole = { sharedMemory: true, stackSwitching: true };
const noMemory = { sharedMemory: false, stackSwitching: true };
const noStacks = { sharedMemory: true, stackSwitching: false };

test('threads rest on stack switching, processes on both, and the rest on neither', () => {
  const needs = ['vloop', 'threads', 'processes'] as const;
  expect(findMissingNeeds(needs, whole)).toEqual([]);
  expect(findMissingNeeds(needs, noMemory)).toEqual(['processes']);
  expect(findMissingNeeds(needs, noStacks)).toEqual(['threads', 'processes']);
});

test('a challenge whose author says nothing can be read only', () => {
  const obstacle = findObstacle({ needs: ['processes'], without: {} }, noMemory);
  expect(obstacle).toEqual({
    missing: ['processes'],
    lacks: ['sharedMemory'],
    fallback: { kind: 'read-only' },
  });
  expect(isReadOnly(obstacle)).toBe(true);
  expect(findObstacle({ needs: ['processes'], without: {} }, whole)).toBeNull();
  expect(isReadOnly(null)).toBe(false);
});

test('tests are skipped only where that is enough for everything that is missing', () => {
  const needs = ['threads', 'processes'] as const;
  const skip = { kind: 'skip-tests' } as const;
  expect(isReadOnly(findObstacle({ needs, without: { threads: skip, processes: skip } }, noStacks))).toBe(
    false,
  );
  expect(findObstacle({ needs, without: { threads: skip } }, noStacks)?.fallback.kind).toBe('read-only');
  const other = { kind: 'alternative', slug: 'race-explorer' } as const;
  expect(findObstacle({ needs, without: { threads: skip, processes: other } }, noStacks)?.fallback).toEqual(
    other,
  );
});

test('fallbacks are read from an author’s words', () => {
  expect(parseFallback('skip-tests')).toEqual({ kind: 'skip-tests' });
  expect(parseFallback('read-only')).toEqual({ kind: 'read-only' });
  expect(parseFallback('alternative:race-explorer')).toEqual({ kind: 'alternative', slug: 'race-explorer' });
  expect(parseFallback('alternative:')).toBeNull();
  expect(parseFallback('nothing')).toBeNull();
});
