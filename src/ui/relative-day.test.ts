import { describe, expect, it } from 'vitest';
import { formatRelativeDay, formatRelativeMoment } from './relative-day.ts';

const at = (day: number, hour: number) => new Date(2026, 4, day, hour).getTime();

describe('formatRelativeDay', () => {
  it('counts midnights, not hours', () => {
    expect(formatRelativeDay(at(10, 0), at(10, 23))).toBe('today');
    expect(formatRelativeDay(at(9, 23), at(10, 1))).toBe('yesterday');
    expect(formatRelativeDay(at(8, 12), at(10, 1))).toBe('2 days ago');
  });

  it('gives a date when it is long ago, and does not look into the future', () => {
    expect(formatRelativeDay(at(1, 12), at(30, 12))).toBe('May 1, 2026');
    expect(formatRelativeDay(at(11, 12), at(10, 12))).toBe('today');
  });
});

it('tells two moments of one day apart', () => {
  expect(formatRelativeMoment(at(9, 9), at(10, 12))).toMatch(/^yesterday, 09:00.AM$/);
  expect(formatRelativeMoment(at(9, 17), at(10, 12))).toMatch(/^yesterday, 05:00.PM$/);
});
