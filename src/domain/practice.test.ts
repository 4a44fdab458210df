import { describe, expect, it } from 'vitest';
import { toPractice } from './practice.ts';
import type { Attempt } from './progress.ts';

const now = new Date(2026, 2, 29, 15).getTime();
const attempt = (month: number, day: number, hour: number): Attempt => ({
  id: `${month}-${day}-${hour}`,
  slug: 'x',
  challengeVersion: 1,
  startedAt: new Date(2026, month, day, hour).getTime(),
  seconds: 1,
  mode: 'visible',
  verdict: 'passed',
  passed: 1,
  total: 1,
  snapshotId: 's',
});

describe('toPractice', () => {
  it('counts the days on which something was run, today included', () => {
    const practice = toPractice([attempt(2, 29, 0), attempt(2, 29, 14), attempt(2, 28, 23)], now);
    expect(practice.daysPractised).toBe(2);
    expect(practice.runs).toBe(3);
    expect(practice.days).toHaveLength(28);
    expect(practice.days.slice(-3)).toEqual([false, true, true]);
  });

  it('looks back four weeks and no further', () => {
    expect(toPractice([attempt(2, 2, 0)], now).days[0]).toBe(true);
    expect(toPractice([attempt(2, 1, 23)], now).daysPractised).toBe(0);
  });

  it('is quiet when nothing was run', () => {
    expect(toPractice([], now)).toEqual({ days: Array(28).fill(false), daysPractised: 0, runs: 0 });
  });
});
