import { expect, test } from 'vitest';
import { findClosest, suggest } from './closest-word.ts';

const keys = ['title', 'track', 'timeout_s', 'prerequisites', 'hidden'];

test.each([
  ['tittle', 'title'],
  ['titel', 'title'],
  ['Track', 'track'],
  ['timeouts', 'timeout_s'],
  ['prerequisits', 'prerequisites'],
  ['hiden', 'hidden'],
])('%s is taken for %s', (word, expected) => {
  expect(findClosest(word, keys)).toBe(expected);
});

test('a word that is far from all gets no suggestion', () => {
  expect(findClosest('flavour', keys)).toBeNull();
  expect(suggest('flavour', keys)).toBe('');
});

test('a suggestion is a sentence of its own', () => {
  expect(suggest('titel', keys)).toBe(' Did you mean "title"?');
});
