import { expect, test } from 'vitest';
import { findPlaces } from './find-places.ts';

const traceback =
  'Traceback (most recent call last):\n  File "/home/pyodide/challenge/pkg/a.py", line 12, in f\n    g()\n' +
  '  File "/lib/python314.zip/json/__init__.py", line 3, in g\nValueError: no\n';

test('the pieces are the text, and those of the learner’s files have their place', () => {
  const pieces = findPlaces(traceback);
  expect(pieces.map(({ text }) => text).join('')).toBe(traceback);
  expect(pieces.flatMap(({ place }) => place ?? [])).toEqual([{ file: 'pkg/a.py', line: 12 }]);
});

test('text without a place is one piece, and no text is none', () => {
  expect(findPlaces('plain')).toEqual([{ text: 'plain', place: null }]);
  expect(findPlaces('')).toEqual([]);
});
