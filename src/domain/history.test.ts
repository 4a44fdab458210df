import { expect, test } from 'vitest';
import type { Snapshot } from './draft.ts';
import { toHistory } from './history.ts';
import type { Attempt } from './progress.ts';

const copy = (id: string, takenAt: number, text: string, reason: Snapshot['reason'] = 'run'): Snapshot => ({
  id,
  slug: 'sample',
  challengeVersion: 1,
  files: [{ path: 'solution.py', text }],
  takenAt,
  reason,
});
const attempt = (snapshotId: string): Attempt => ({
  id: `of-${snapshotId}`,
  slug: 'sample',
  challengeVersion: 1,
  startedAt: 1,
  seconds: 1,
  mode: 'visible',
  verdict: 'failed',
  passed: 5,
  total: 7,
  snapshotId,
});
const idsOf = (...input: Parameters<typeof toHistory>) =>
  toHistory(...input).map((entry) => entry.snapshot.id);

test('the newest copy comes first, with the result of its run', () => {
  const entries = toHistory([copy('a', 1, 'one'), copy('b', 2, 'two')], [attempt('a'), attempt('')]);
  expect(entries.map(({ snapshot, attempt }) => [snapshot.id, attempt?.passed ?? null])).toEqual([
    ['b', null],
    ['a', 5],
  ]);
});

test('the same text in a row is one entry, a text that came back is two', () => {
  const copies = [copy('a', 1, 'one'), copy('b', 2, 'one'), copy('c', 3, 'two'), copy('d', 4, 'one')];
  expect(idsOf(copies, [])).toEqual(['d', 'c', 'b']);
});

test('of the same text, the copy that was run stands for all', () => {
  const copies = [copy('a', 1, 'one'), copy('b', 2, 'one'), copy('c', 3, 'one', 'before-reset')];
  expect(idsOf(copies, [attempt('a'), attempt('b')])).toEqual(['b']);
});

test('copies of the same moment keep the order they are stored in', () => {
  expect(idsOf([copy('a', 1, 'one'), copy('b', 1, 'two'), copy('c', 1, 'three')], [])).toEqual([
    'c',
    'b',
    'a',
  ]);
});
