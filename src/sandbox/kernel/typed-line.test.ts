/** Lines go through shared memory whole, whatever they are made of. */
import { expect, test } from 'vitest';
import { controlBytes, putLine, takeLine } from './typed-line.ts';

const create = () => new SharedArrayBuffer(controlBytes);

test('a line arrives once, with its line end', () => {
  const control = create();
  expect(takeLine(control)).toBeUndefined();
  putLine(control, 'Grüße 👋');
  expect(takeLine(control)).toBe('Grüße 👋\n');
  expect(takeLine(control)).toBeUndefined();
});

test('an empty line is a line, and the end of the input is none', () => {
  const control = create();
  putLine(control, '');
  expect(takeLine(control)).toBe('\n');
  putLine(control, null);
  expect(takeLine(control)).toBe('');
});

test('a line that is too long is cut between two characters', () => {
  const control = create();
  putLine(control, 'ü'.repeat(controlBytes));
  expect(takeLine(control)).toMatch(/^ü{60000,}\n$/);
});
