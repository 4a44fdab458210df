import { expect, test } from 'vitest';
import { createCheckProgress } from './check-progress.ts';
import { formatDuration } from './format-duration.ts';

test('the time left follows from what the runs so far have taken', () => {
  let now = 0;
  const progress = createCheckProgress(10, () => now);
  expect(progress.describe()).toBe('0 of 10 runs');
  progress.plan(4);
  now = 6000;
  progress.finish();
  progress.finish();
  expect(progress.describe()).toBe('2 of 10 runs, about 24 s left');
});

test('more runs than were expected make the whole larger', () => {
  const progress = createCheckProgress(1, () => 0);
  progress.plan(3);
  progress.finish();
  expect(progress.describe()).toContain('1 of 3 runs');
});

test.each([
  [0.2, '1 s'],
  [59.4, '59 s'],
  [120, '2 min'],
  [185, '3 min 5 s'],
])('%s seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
