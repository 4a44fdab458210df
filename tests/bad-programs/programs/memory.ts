/** Programs that take more memory than there is. */
import { type BadProgram, failed, outOfMemory } from '../bad-program.ts';

export const memoryBombs: readonly BadProgram[] = [
  {
    name: 'one bytearray of 3.5 GB',
    solution: 'def work():\n    return bytearray(3_500_000_000)\n',
    ending: { verdict: 'failed', says: /MemoryError|OverflowError/ },
  },
  {
    name: 'a list of blocks that grows',
    solution: 'def work():\n    hoard = []\n    while True:\n        hoard.append(bytearray(50_000_000))\n',
    seconds: 30,
    ending: outOfMemory,
  },
  {
    name: 'a list of small things that grows',
    solution: 'def work():\n    hoard = []\n    while True:\n        hoard.append([len(hoard)])\n',
    seconds: 90,
    memoryMb: 256,
    ending: outOfMemory,
  },
  {
    name: 'a text that doubles',
    solution: 'def work():\n    text = "x"\n    while True:\n        text += text\n',
    seconds: 30,
    // A text that has just refused to grow in place is seldom itself any more in the CPython of the image, and the
    // interpreter may complain of that instead. Natively it is a MemoryError; see docs/kernel.md.
    ending: failed(/MemoryError|unsupported operand/),
  },
  {
    name: 'a list of 10 ** 10 items',
    solution: 'def work():\n    return [0] * 10**10\n',
    ending: failed(/MemoryError|OverflowError/),
  },
  {
    name: 'a memory bomb that catches MemoryError',
    solution:
      'def work():\n    hoard = []\n    while True:\n        try:\n            hoard.append(bytearray(50_000_000))\n        except MemoryError:\n            pass\n',
    seconds: 4,
    ending: { verdict: 'timed-out', says: /Stopped after 4 seconds/ },
  },
  {
    name: 'a memory bomb in a child process',
    solution:
      'import multiprocessing\n\ndef hoard():\n    kept = []\n    while True:\n        kept.append(bytearray(50_000_000))\n\ndef work():\n    child = multiprocessing.Process(target=hoard)\n    child.start()\n    child.join()\n    assert child.exitcode == 0, f"the child ended with {child.exitcode}"\n',
    processes: 1,
    seconds: 30,
    ending: failed(/the child ended with/),
  },
  {
    name: 'a generator expression kept whole',
    solution: 'def work():\n    return tuple(number * 1.5 for number in iter(int, 1))\n',
    seconds: 90,
    memoryMb: 256,
    ending: outOfMemory,
  },
];
