/** Programs that do not come to an end. */
import { type BadProgram, failed, timedOut } from '../bad-program.ts';

const seconds = 3;
const inWork = (line: number) => new RegExp(`Stopped after ${seconds} seconds, in line ${line}`);

export const loops: readonly BadProgram[] = [
  {
    name: 'a loop in Python',
    solution: 'def work():\n    while True:\n        pass\n',
    seconds,
    ending: timedOut(/Stopped after 3 seconds, in line [23]/),
  },
  {
    name: 'a loop at import',
    solution: 'while True:\n    pass\n',
    seconds,
    ending: timedOut(/Stopped after 3 seconds/),
  },
  {
    name: 'a loop that catches KeyboardInterrupt',
    solution:
      'def work():\n    while True:\n        try:\n            while True:\n                pass\n        except KeyboardInterrupt:\n            pass\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'a loop that catches everything',
    solution:
      'def work():\n    while True:\n        try:\n            while True:\n                pass\n        except:\n            continue\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'a finally that never ends',
    solution:
      'def work():\n    try:\n        while True:\n            pass\n    finally:\n        while True:\n            pass\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'a loop in C: sum of a huge range',
    solution: 'def work():\n    return sum(range(10**12))\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'a loop in C: in itertools.repeat',
    solution: 'import itertools\n\ndef work():\n    return 1 in itertools.repeat(0)\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'a regular expression that backtracks for ever',
    solution: 'import re\n\ndef work():\n    return re.match(r"(a+)+$", "a" * 60 + "b")\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'a power with a million digits and more',
    solution: 'def work():\n    return 7 ** (10**9)\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'time.sleep(1e9)',
    solution: 'import time\n\ndef work():\n    time.sleep(1e9)\n',
    seconds,
    ending: timedOut(inWork(4)),
  },
  {
    name: 'await asyncio.sleep(1e9)',
    solution: 'import asyncio\n\ndef work():\n    asyncio.run(asyncio.sleep(1e9))\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'a task that awaits itself out of turn: a deadlock of tasks',
    solution:
      'import asyncio\n\nasync def go():\n    lock = asyncio.Lock()\n    async with lock:\n        async with lock:\n            pass\n\ndef work():\n    asyncio.run(go())\n',
    ending: failed(/Deadlock/),
  },
  {
    name: 'threads that wait for each other',
    solution:
      'import threading\n\ndef work():\n    first, second = threading.Lock(), threading.Lock()\n    ready = threading.Barrier(2)\n\n    def take(a, b):\n        with a:\n            ready.wait()\n            with b:\n                pass\n\n    others = [threading.Thread(target=take, args=pair) for pair in ((first, second), (second, first))]\n    for other in others:\n        other.start()\n    for other in others:\n        other.join()\n',
    ending: failed(/Deadlocked/),
  },
  {
    name: 'a queue that nobody fills',
    solution: 'import queue\n\ndef work():\n    queue.Queue().get()\n',
    ending: failed(/Deadlocked/),
  },
  {
    name: 'a thread that never ends and is waited for',
    solution:
      'import threading\n\ndef spin():\n    while True:\n        pass\n\ndef work():\n    other = threading.Thread(target=spin)\n    other.start()\n    other.join()\n',
    seconds,
    ending: timedOut(),
  },
  {
    name: 'a thread that is left running',
    solution:
      'import threading, time\n\ndef spin():\n    while True:\n        time.sleep(0.01)\n\ndef work():\n    threading.Thread(target=spin, name="left-behind").start()\n',
    ending: failed(/left-behind/),
  },
  {
    name: 'a child process that never ends',
    solution:
      'import multiprocessing\n\ndef spin():\n    while True:\n        pass\n\ndef work():\n    child = multiprocessing.Process(target=spin)\n    child.start()\n    child.join()\n',
    processes: 1,
    seconds: 6,
    ending: timedOut(),
  },
  {
    name: 'processes that wait for each other',
    solution:
      'import multiprocessing\n\ndef take(a, b, ready):\n    with a:\n        ready.wait()\n        with b:\n            pass\n\ndef work():\n    a, b = multiprocessing.Lock(), multiprocessing.Lock()\n    ready = multiprocessing.Barrier(2)\n    children = [multiprocessing.Process(target=take, args=(*pair, ready)) for pair in ((a, b), (b, a))]\n    for child in children:\n        child.start()\n    for child in children:\n        child.join()\n',
    processes: 2,
    seconds: 8,
    ending: timedOut(),
  },
];
