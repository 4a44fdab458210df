/** Recursion without an end, in Python and through C, and structures that are deeper than a stack. */
import { type BadProgram, crashed, type ExpectedEnding, failed } from '../bad-program.ts';

const recursion: ExpectedEnding = failed(/RecursionError/);
/** The engine's own stack ended: what takes none of Python's is not counted by it. */
const stackOverflow = crashed('stack-overflow', /ran out of stack/);
const selfish = (method: string, use: string) =>
  `class Deep:\n    def ${method}\n\n\ndef work():\n    return ${use}\n`;
const nest = (step: string) => `    deep = []\n    for _ in range(200_000):\n        deep = ${step}\n`;

export const recursions: readonly BadProgram[] = [
  {
    name: 'a function that calls itself',
    solution: 'def work():\n    return work()\n',
    ending: recursion,
  },
  {
    name: 'a recursion limit of a billion',
    solution: 'import sys\nsys.setrecursionlimit(2**31 - 1)\n\ndef work():\n    return work()\n',
    seconds: 15,
    ending: stackOverflow,
  },
  {
    name: 'a __getattr__ that asks for itself',
    solution: selfish('__getattr__(self, name):\n        return getattr(self, name)', 'Deep().anything'),
    ending: recursion,
  },
  {
    name: 'an __eq__ that compares itself',
    solution: selfish('__eq__(self, other):\n        return self == other', 'Deep() == Deep()'),
    ending: recursion,
  },
  {
    name: 'a __repr__ that shows itself',
    solution: selfish('__repr__(self):\n        return repr(self)', 'repr(Deep())'),
    ending: recursion,
  },
  {
    name: 'a __hash__ that hashes itself',
    solution: selfish('__hash__(self):\n        return hash(self)', 'hash(Deep())'),
    ending: recursion,
  },
  {
    name: 'a property that reads itself',
    solution:
      'class Deep:\n    @property\n    def value(self):\n        return self.value\n\n\ndef work():\n    return Deep().value\n',
    ending: recursion,
  },
  {
    name: 'a cached function that calls itself',
    solution:
      'import functools\n\n@functools.lru_cache\ndef go(n):\n    return go(n + 1)\n\ndef work():\n    return go(0)\n',
    ending: recursion,
  },
  {
    name: 'json of a deep list',
    solution: `import json\n\ndef work():\n${nest('[deep]')}    return json.dumps(deep)\n`,
    ending: recursion,
  },
  {
    name: 'pickle of a deep list',
    solution: `import pickle\n\ndef work():\n${nest('[deep]')}    return pickle.dumps(deep)\n`,
    ending: recursion,
  },
  {
    name: 'deepcopy of a deep list',
    solution: `import copy\n\ndef work():\n${nest('[deep]')}    return copy.deepcopy(deep)\n`,
    ending: recursion,
  },
  {
    name: 'equality of deep lists',
    solution: `def work():\n${nest('[deep]')}    other = []\n    for _ in range(200_000):\n        other = [other]\n    return deep == other\n`,
    ending: { verdict: 'failed', says: /RecursionError/ },
  },
  {
    name: 'an expression with 100,000 brackets',
    solution: 'def work():\n    return eval("(" * 100_000 + ")" * 100_000)\n',
    ending: failed(/too many nested parentheses|MemoryError|RecursionError/),
  },
  {
    name: 'a sum of 100,000 terms in the source',
    solution: 'def work():\n    return eval("+".join(["1"] * 100_000))\n',
    ending: stackOverflow,
  },
  {
    name: 'a regular expression with 10,000 groups inside each other',
    solution: 'import re\n\ndef work():\n    return re.compile("(" * 10_000 + ")" * 10_000)\n',
    ending: recursion,
  },
  {
    name: 'deep lists dropped',
    solution: `def work():\n${nest('[deep]')}    del deep\n`,
    ending: stackOverflow,
  },
  {
    name: 'the hash of a tuple 200,000 deep',
    solution: `def work():\n${nest('(deep,)')}    return hash(deep)\n`,
    ending: stackOverflow,
  },
];
