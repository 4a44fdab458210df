/** Programs that say too much. */
import { type BadProgram, failed, passed, timedOut } from '../bad-program.ts';

const seconds = 3;

export const floods: readonly BadProgram[] = [
  {
    name: 'print without end',
    solution: 'def work():\n    while True:\n        print("flood " * 20)\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'print to stderr without end',
    solution: 'import sys\n\ndef work():\n    while True:\n        print("flood " * 20, file=sys.stderr)\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'os.write without end',
    solution: 'import os\n\ndef work():\n    while True:\n        os.write(1, b"flood " * 20)\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'logging without end',
    solution: 'import logging\n\ndef work():\n    while True:\n        logging.warning("flood")\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'print without end at import',
    solution: 'while True:\n    print("flood")\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'one line of 20 MB',
    solution: 'def work():\n    print("x" * 20_000_000)\n    assert False, "after the line"\n',
    ending: failed(/after the line/),
  },
  {
    name: '200,000 lines and then a failure',
    solution:
      'def work():\n    for number in range(200_000):\n        print(number)\n    assert False, "after the lines"\n',
    ending: failed(/more characters were left out/),
  },
  {
    name: 'a million warnings',
    solution:
      'import warnings\n\ndef work():\n    warnings.simplefilter("always")\n    for number in range(1_000_000):\n        warnings.warn(f"number {number}")\n',
    seconds: 90,
    ending: passed,
  },
  {
    name: '1,000 tests',
    solution: 'def work():\n    pass\n',
    tests:
      'import pytest\nfrom solution import work\n\n@pytest.mark.parametrize("n", range(1_000))\ndef test_n(n):\n    assert n % 2 == 0, "odd"\n',
    seconds: 90,
    ending: failed(/500 of 1000 fail/),
  },
  {
    name: 'a difference between lists of 200,000',
    solution: 'def work():\n    assert list(range(200_000)) == list(range(1, 200_001))\n',
    tests:
      'from solution import work\n\ndef test_work():\n    assert list(range(200_000)) == list(range(1, 200_001))\n',
    ending: failed(/expected/),
  },
  {
    name: 'a difference between texts of 5 MB',
    solution: 'def work():\n    return "x\\n" * 2_500_000\n',
    tests: 'from solution import work\n\ndef test_work():\n    assert work() == "x\\n" * 2_499_999 + "y"\n',
    seconds: 60,
    ending: failed(/expected|AssertionError/),
  },
  {
    name: 'a difference between deep dictionaries',
    solution: 'def work():\n    return {str(n): {"a": [n] * 50} for n in range(2_000)}\n',
    tests:
      'from solution import work\n\ndef test_work():\n    assert work() == {str(n): {"a": [n] * 50} for n in range(1, 2_001)}\n',
    seconds: 60,
    ending: failed(/expected/),
  },
  {
    name: 'a __repr__ of 10 MB in a comparison',
    solution:
      'class Loud:\n    def __repr__(self):\n        return "x" * 10_000_000\n\ndef work():\n    return Loud()\n',
    tests: 'from solution import work\n\ndef test_work():\n    assert work() == 1\n',
    ending: failed(/expected|AssertionError/),
  },
  {
    name: 'a __repr__ that raises in a comparison',
    solution:
      'class Broken:\n    def __repr__(self):\n        raise ValueError("no words")\n\ndef work():\n    return Broken()\n',
    tests: 'from solution import work\n\ndef test_work():\n    assert work() == 1\n',
    ending: failed(/AssertionError|expected/),
  },
  {
    name: 'an exception with a message of 20 MB',
    solution: 'def work():\n    raise ValueError("x" * 20_000_000)\n',
    ending: failed(/ValueError/),
  },
  {
    name: 'a traceback of 900 frames',
    solution:
      'def deeper(n):\n    return 1 / n if n == 0 else deeper(n - 1)\n\ndef work():\n    return deeper(900)\n',
    ending: failed(/ZeroDivisionError/),
  },
  {
    name: 'an exception group with 2,000 members',
    solution: 'def work():\n    raise ExceptionGroup("many", [ValueError(n) for n in range(2_000)])\n',
    ending: failed(/ExceptionGroup/),
  },
];
