/** When a row of measurements says something. */
import { expect, test } from 'vitest';
import { toFigure } from '../bench/figure.ts';
import { isTooNoisy, medianInterval, summarise } from '../bench/statistics.ts';

test('a summary has the median, and both ends', () => {
  expect(summarise([3, 1, 2])).toEqual({ n: 3, median: 2, low: 1, high: 3 });
  expect(summarise([4, 1, 2, 3]).median).toBe(2.5);
  expect(() => summarise([])).toThrow(RangeError);
});

test('one wild value is no noise, a wide middle is', () => {
  expect(isTooNoisy([10, 11, 10, 12, 500])).toBe(false);
  expect(isTooNoisy([10, 20, 11, 22, 15])).toBe(true);
});

test('the interval of the median is that of the sign test', () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
  expect(medianInterval(upTo(5))).toBeNull();
  expect(medianInterval(upTo(6))).toEqual([1, 6]);
  expect(medianInterval(upTo(15))).toEqual([4, 12]);
  expect(medianInterval(upTo(25))).toEqual([8, 18]);
});

test('a figure that is too noisy has no number', () => {
  const measured = { key: 'x.ms', unit: 'ms', how: 'so' };
  expect(toFigure({ ...measured, samples: [100.04, 101, 99] }, 1)).toMatchObject({
    median: 100,
    low: 99,
    high: 101,
    tooNoisy: false,
  });
  expect(toFigure({ ...measured, samples: [1, 2, 9] }, 1)).toMatchObject({ median: null, tooNoisy: true });
  const percent = { ...measured, unit: '%', widestInterval: 10 };
  const around = (spread: number) => Array.from({ length: 15 }, (_, index) => ((index - 7) * spread) / 7);
  expect(toFigure({ ...percent, samples: around(4) }, 1)).toMatchObject({ median: 0, tooNoisy: false });
  expect(toFigure({ ...percent, samples: around(20) }, 1).tooNoisy).toBe(true);
});
