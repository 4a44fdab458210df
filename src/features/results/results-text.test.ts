import { describe, expect, test } from 'vitest';
import { alignItems, firstDifference } from './align-items.ts';
import { formatDuration } from './format-duration.ts';
import { listTestNames } from './list-test-names.ts';
import { foldLines, toPieces } from './show-text.ts';

const shown = (text: string) =>
  toPieces(text)
    .map((piece) => piece.text)
    .join('');

describe('text from programs', () => {
  test('control characters are named', () => {
    expect(shown('a\u0000b\u001b[31mc\u007f')).toBe('a‹NUL›b‹ESC›[31mc‹DEL›');
  });

  test('what turns the direction of a line is named, so that it turns nothing', () => {
    expect(shown('user\u202egnp.exe\u2066x\u2069')).toBe('user‹RLO›gnp.exe‹LRI›x‹PDI›');
    expect(toPieces('\u202e')).toEqual([{ text: '‹RLO›', isMark: true }]);
  });

  test('invisible spaces and half surrogates are named', () => {
    expect(shown('a\u200bb\ufeff\ud800c')).toBe('a‹zero-width space›b‹BOM›‹U+D800›c');
  });

  test('what people write stays as it is', () => {
    const text = 'tab\there\nשלום ünïcödé 😀 👩‍👩‍👧';
    expect(toPieces(text)).toEqual([{ text, isMark: false }]);
  });

  test('Windows line ends are line ends; a lone carriage return is named', () => {
    expect(shown('a\r\nb\rc')).toBe('a\nb‹CR›c');
  });

  test('folding keeps the first lines and counts the rest', () => {
    const text = `${Array.from({ length: 10_000 }, (_, index) => index).join('\n')}\n`;
    expect(foldLines(text, 12)).toMatchObject({ hidden: 9_988, total: 10_000 });
    expect(foldLines(text, 12).lines.at(-1)).toBe('11');
    expect(foldLines('', 12)).toEqual({ lines: [], hidden: 0, total: 0 });
    expect(foldLines('\n', 12).total).toBe(0);
  });
});

describe('aligned items', () => {
  test('differences are found by index', () => {
    const items = alignItems(['0.5', '0.25'], ['0.5', '10.0']);
    expect(items).toEqual([
      { kind: 'item', index: 0, expected: '0.5', actual: '0.5', isEqual: true },
      { kind: 'item', index: 1, expected: '0.25', actual: '10.0', isEqual: false },
    ]);
    expect(firstDifference(items)).toBe(1);
  });

  test('a missing item is a difference too', () => {
    expect(alignItems(['1', '2'], ['1'])[1]).toMatchObject({ expected: '2', actual: null, isEqual: false });
    expect(alignItems([], ['1'])[0]).toMatchObject({ expected: null, actual: '1', isEqual: false });
  });

  test('long equal stretches fold, and every item is still accounted for', () => {
    const expected = Array.from({ length: 30 }, (_, index) => String(index));
    const actual = expected.with(17, 'x');
    const items = alignItems(expected, actual);
    expect(items[0]).toEqual({ kind: 'gap', from: 0, count: 15 });
    expect(items.length).toBeLessThan(10);
    const covered = items.reduce((sum, item) => sum + (item.kind === 'gap' ? item.count : 1), 0);
    expect(covered).toBe(30);
  });

  test('two equal lists have no difference', () => {
    expect(firstDifference(alignItems(['1'], ['1']))).toBeNull();
  });
});

test('names of tests are read before anything has run', () => {
  const text =
    'import x\n\ndef test_one_thing():\n    pass\n\nclass TestB:\n    async def test_two(self):\n        def helper(): ...\n';
  expect(listTestNames([{ path: 'tests/test_a.py', text }])).toEqual(['one thing', 'two']);
});

test('durations read well at every size', () => {
  expect([0.0013, 0.25, 10].map(formatDuration)).toEqual(['1.3 ms', '250 ms', '10.0 s']);
});
