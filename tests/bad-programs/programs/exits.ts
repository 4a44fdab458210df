/** Programs that end Python, or themselves, in every way there is. */
import { type BadProgram, broken, crashed, failed } from '../bad-program.ts';

const early = crashed('early-exit', /ended Python before the tests were done/);

export const exits: readonly BadProgram[] = [
  {
    name: 'sys.exit() in a test',
    solution: 'import sys\n\ndef work():\n    sys.exit(0)\n',
    ending: failed(/SystemExit/),
  },
  { name: 'sys.exit() at import', solution: 'import sys\nsys.exit(0)\n', ending: broken(/SystemExit/) },
  {
    name: 'exit() and quit()',
    solution: 'def work():\n    try:\n        exit()\n    finally:\n        quit()\n',
    ending: failed(/SystemExit|NameError/),
  },
  { name: 'os._exit(0) in a test', solution: 'import os\n\ndef work():\n    os._exit(0)\n', ending: early },
  { name: 'os._exit(1) at import', solution: 'import os\nos._exit(1)\n', ending: early },
  {
    name: 'os.abort()',
    solution: 'import os\n\ndef work():\n    os.abort()\n',
    ending: { verdict: 'crashed', says: /Python (stopped without a result|before)|ended Python/ },
  },
  {
    name: 'os.kill(os.getpid(), SIGKILL)',
    solution: 'import os, signal\n\ndef work():\n    os.kill(os.getpid(), signal.SIGKILL)\n',
    ending: { verdict: 'crashed', says: /Python (stopped without a result|before)|ended Python/ },
  },
  {
    name: 'signal.raise_signal(SIGTERM)',
    solution: 'import signal\n\ndef work():\n    signal.raise_signal(signal.SIGTERM)\n',
    ending: { verdict: 'crashed', says: /Python (stopped without a result|before)|ended Python/ },
  },
  { name: 'raise KeyboardInterrupt', solution: 'def work():\n    raise KeyboardInterrupt\n', ending: early },
  {
    name: 'raise BaseException',
    solution: 'def work():\n    raise BaseException("all of it")\n',
    ending: failed(/BaseException/),
  },
  {
    name: 'raise GeneratorExit',
    solution: 'def work():\n    raise GeneratorExit\n',
    ending: failed(/GeneratorExit/),
  },
  {
    name: 'pytest.exit()',
    solution: 'import pytest\n\ndef work():\n    pytest.exit("enough")\n',
    ending: failed(/ended the test run/),
  },
  {
    name: 'pytest.skip() in the code under test',
    solution: 'import pytest\n\ndef work():\n    pytest.skip("not today")\n',
    ending: failed(/skip/i),
  },
  {
    name: 'an exit function that ends Python',
    solution:
      'import atexit, os\natexit.register(os._exit, 3)\n\ndef work():\n    assert False, "failed first"\n',
    ending: failed(/failed first/),
  },
  {
    name: 'a null pointer',
    solution: 'import ctypes\n\ndef work():\n    return ctypes.string_at(2**31 - 8, 64)\n',
    ending: { verdict: 'crashed', says: /Python stopped without a result|ran out of stack|failed/ },
  },
  {
    name: 'an error at import',
    solution: 'values = [1, 2, 3]\nprint(values[7])\n\ndef work():\n    pass\n',
    ending: broken(/IndexError/),
  },
  { name: 'os.fork()', solution: 'import os\n\ndef work():\n    os.fork()\n', ending: failed(/OSError/) },
  {
    name: 'subprocess.run()',
    solution: 'import subprocess\n\ndef work():\n    subprocess.run(["ls"])\n',
    ending: failed(/OSError/),
  },
  {
    name: 'input() in a test',
    solution: 'def work():\n    return input("name? ")\n',
    ending: failed(/EOFError/),
  },
  {
    name: 'breakpoint() in a test',
    solution: 'def work():\n    breakpoint()\n',
    ending: failed(/Quitting debugger/),
  },
];
