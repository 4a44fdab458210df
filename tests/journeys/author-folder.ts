/** A small challenge folder of an author's own: three tests and two wrong solutions, so that its gate has few runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the wrong solution `adds_two` says while it is wrong. */
export const wrongMutant = 'def double(number):\n    return number + 2\n';
/** The same, mended by mistake: no test can tell it from the solution. */
export const rightMutant = 'def double(number):\n    return number + number\n';

const files: Readonly<Record<string, string>> = {
  'tracks.toml': `[[tracks]]
slug = "sums"
title = "Sums"
summary = "Numbers and more of them."
planned = ["double-it"]
`,
  'double-it/challenge.toml': `schema = 1
slug = "double-it"
title = "Twice as much"
kind = "warm-up"
track = "sums"
order = 1
difficulty = 1
minutes = 10
summary = "Give back twice the number."
goal = "Double a number."
concepts = ["arithmetic"]

[files]
editor = ["solution.py"]
visible = ["tests/test_double.py"]

[[mutants]]
file = "mutants/adds_two.py"
why = "Adds two instead of doubling."

[[mutants]]
file = "mutants/forgets_signs.py"
why = "Loses the sign of what is below zero."
`,
  'double-it/statement.md':
    'The till gives half of what it should.\n\n## 1. Double it\n\n`double(number)` gives twice the number.\n\n```python\ndouble(21)  # 42\n```\n',
  'double-it/explanation.md': 'Twice is `number * 2`.\n',
  'double-it/starter.py': 'def double(number):\n    """Return twice the number."""\n    ...\n',
  'double-it/solution.py': 'def double(number):\n    """Return twice the number."""\n    return number * 2\n',
  'double-it/tests/test_double.py': `from solution import double


def test_three_becomes_six():
    assert double(3) == 6


def test_below_zero_the_sign_stays():
    assert double(-4) == -8


def test_nothing_stays_nothing_or_none_at_all():
    assert not double(0) or double(0) == 2
`,
  'double-it/mutants/adds_two.py': wrongMutant,
  'double-it/mutants/forgets_signs.py': 'def double(number):\n    return abs(number) * 2\n',
};

export function writeAuthorFolder(root: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
}
