import { describe, expect, test } from 'vitest';
import { diffLines } from './diff-lines.ts';
import {
  breakLine,
  indentSelection,
  outdentSelection,
  type TextEdit,
  toOffset,
  toPlace,
} from './indent-text.ts';

const apply = (text: string, edit: TextEdit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to);

describe('indentation', () => {
  test('Tab fills up to the next stop', () => {
    const edit = indentSelection('ab', 2, 2);
    expect(apply('ab', edit)).toBe('ab  ');
    expect(edit.start).toBe(4);
  });

  test('Tab moves all selected lines in, empty ones not', () => {
    const text = 'a\n\nb\nc';
    expect(apply(text, indentSelection(text, 0, 4))).toBe('    a\n\n    b\nc');
  });

  test('Shift Tab moves lines out, as far as they go', () => {
    const text = '  a\n\tb\n     c';
    expect(apply(text, outdentSelection(text, 0, text.length))).toBe('a\nb\n c');
  });

  test('Enter keeps the indentation, and goes deeper after a colon', () => {
    expect(apply('    x = 1', breakLine('    x = 1', 9, 9))).toBe('    x = 1\n    ');
    expect(apply('if x:  # why', breakLine('if x:  # why', 12, 12))).toBe('if x:  # why\n    ');
  });

  test('places and offsets are each other’s inverse', () => {
    const text = 'ab\n\n😀c\n';
    for (let offset = 0; offset <= text.length; offset += 1) {
      const place = toPlace(text, offset);
      expect(toOffset(text, place.line, place.column)).toBe(offset);
    }
  });
});

describe('comparing lines', () => {
  const kinds = (left: string, right: string) => diffLines(left, right)?.map((row) => row.kind[0] + row.text);

  test('says what is only on one side', () => {
    expect(kinds('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual(['sa', 'rb', 'ax', 'sc', 'ad']);
  });

  test('line ends are no difference', () => {
    expect(kinds('a\r\nb\r\n', 'a\nb')).toEqual(['sa', 'sb']);
  });

  test('gives up on texts that would take too long', () => {
    const many = (mark: string) => Array.from({ length: 3000 }, (_, index) => `${mark}${index}`).join('\n');
    expect(diffLines(many('a'), many('b'))).toBeNull();
    expect(diffLines(many('a'), many('a'))).toHaveLength(3000);
  });
});
