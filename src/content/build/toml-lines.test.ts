import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { indexTomlLines } from './toml-lines.ts';

const text = `schema = 1
title = "a # no comment"   # a comment with why = "x"
summary = """
why = "not a key"
"""
concepts = [
  "one",   # first
  "two",
]
point = { x = 1, y = 2 }

[files]
editor = ["solution.py"]
visible = [
  "tests/test_a.py", "tests/test_b.py",
]

[[mutants]]
file = "mutants/a.py"

[[mutants]]
file = "mutants/b.py"
why = 'second'
kills = ["test_x",
         "test_y"]
"quoted key" = 1
`;

test.each([
  [['title'], 2],
  [['summary'], 3],
  [['concepts'], 6],
  [['concepts', 1], 8],
  [['point', 'y'], 10],
  [['files'], 12],
  [['files', 'editor', 0], 13],
  [['files', 'visible', 1], 15],
  [['mutants', 0, 'file'], 19],
  [['mutants', 1, 'why'], 23],
  [['mutants', 1, 'kills', 1], 25],
  [['mutants', 1, 'quoted key'], 26],
] as const)('%j stands in line %i', (path, line) => {
  expect(() => parse(text)).not.toThrow();
  expect(indexTomlLines(text)(path)).toBe(line);
});

test('a key that is missing has the line of its own table, not of the next one', () => {
  expect(indexTomlLines(text)(['mutants', 0, 'why'])).toBe(18);
  expect(indexTomlLines(text)(['files', 'hidden'])).toBe(12);
  expect(indexTomlLines(text)(['track'])).toBeNull();
});

test.each(['a = [1, ', '[', '= = =', '"""', '[[x', 'a = {', '\\'])('%s does not hang it', (broken) => {
  expect(indexTomlLines(broken)(['nowhere'])).toBeNull();
});
