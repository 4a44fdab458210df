/** Programs that change Python, pytest or the surroundings under the feet of the judge. */
import { type BadProgram, crashed, failed, passed, timedOut } from '../bad-program.ts';

const fails = '\n\ndef work():\n    assert False, "said all the same"\n';
const toldAnyway = failed(/said all the same/);
const brokenOff = crashed('broken-run', /The test run itself broke off/);

export const patches: readonly BadProgram[] = [
  {
    name: 'builtins replaced in a test',
    solution:
      'import builtins\n\ndef work():\n    for name in ("len", "isinstance", "repr", "str", "print", "open", "getattr"):\n        setattr(builtins, name, None)\n    assert False, "said all the same"\n',
    ending: toldAnyway,
  },
  {
    name: 'builtins deleted in a test',
    solution:
      'import builtins\n\ndef work():\n    kept = AssertionError\n    builtins.__dict__.clear()\n    raise kept("said all the same")\n',
    ending: brokenOff,
  },
  {
    name: 'print replaced at import',
    solution: `import builtins\nbuiltins.print = lambda *given: None${fails}`,
    ending: toldAnyway,
  },
  {
    name: 'sys.modules emptied in a test',
    solution: 'import sys\n\ndef work():\n    sys.modules.clear()\n    assert False, "said all the same"\n',
    ending: brokenOff,
  },
  {
    name: 'sys.stdout closed',
    solution:
      'import sys\n\ndef work():\n    sys.stdout.close()\n    print("lost")\n    assert False, "said all the same"\n',
    ending: toldAnyway,
  },
  {
    name: 'sys.stdout = None',
    solution:
      'import sys\n\ndef work():\n    sys.stdout = sys.stderr = None\n    assert False, "said all the same"\n',
    ending: toldAnyway,
  },
  {
    name: 'descriptors 0 to 20 closed',
    solution:
      'import os\n\ndef work():\n    for number in range(21):\n        try:\n            os.close(number)\n        except OSError:\n            pass\n    assert False, "said all the same"\n',
    ending: failed(/said all the same/),
  },
  {
    name: 'the collector switched off and frozen',
    solution: `import gc\ngc.disable()\ngc.freeze()\ngc.set_threshold(0)${fails}`,
    ending: toldAnyway,
  },
  {
    name: 'time.sleep replaced and time stopped',
    solution: `import time\ntime.time = time.monotonic = time.perf_counter = lambda: 0.0\ntime.sleep = lambda seconds: None${fails}`,
    ending: toldAnyway,
  },
  {
    name: 'a trace function that raises',
    solution:
      'import sys\n\ndef trace(*given):\n    raise ValueError("no trace")\n\ndef work():\n    sys.settrace(trace)\n    len([])\n    assert False, "said all the same"\n',
    ending: failed(/said all the same|no trace/),
  },
  {
    name: 'an import hook that raises',
    solution: `import sys\n\nclass Hook:\n    def find_spec(self, *given):\n        raise ImportError("no imports today")\n\nsys.meta_path.insert(0, Hook())${fails}`,
    ending: toldAnyway,
  },
  {
    name: 'json and traceback replaced',
    solution: `import json, traceback\njson.dumps = json.loads = None\nfor name in list(vars(traceback)):\n    setattr(traceback, name, None)${fails}`,
    ending: brokenOff,
  },
  {
    name: 'pytest replaced by a module of its name',
    solution: `import sys, types\nsys.modules["pytest"] = types.ModuleType("pytest")${fails}`,
    ending: toldAnyway,
  },
  {
    name: 'parts of pytest deleted',
    solution: `import _pytest.reports\n_pytest.reports.TestReport.from_item_and_call = None${fails}`,
    ending: brokenOff,
  },
  {
    name: 'a recursion limit of 60',
    solution: `import sys\nsys.setrecursionlimit(60)${fails}`,
    ending: { verdict: 'failed', says: /said all the same|RecursionError/ },
  },
  {
    name: 'warnings turned into errors',
    solution:
      'import warnings\nwarnings.simplefilter("error")\n\ndef work():\n    warnings.warn("careful")\n',
    ending: { verdict: 'passed', says: /passes/ },
  },
  {
    name: 'tests that pollute each other',
    solution: 'shared = []\n\ndef work():\n    shared.append(1)\n    return len(shared)\n',
    tests:
      'import os, random, builtins\nfrom solution import work\n\ndef test_first():\n    os.environ["POLLUTED"] = "1"\n    builtins.sum = None\n    random.seed(1)\n    os.chdir("/")\n    assert work() == 1\n\ndef test_second():\n    assert "POLLUTED" not in os.environ\n    assert sum([1, 2]) == 3\n    assert os.path.exists("solution.py")\n',
    ending: passed,
  },
  {
    name: 'an alarm that interrupts a loop and is ignored',
    solution:
      'import signal\n\ndef work():\n    signal.signal(signal.SIGINT, signal.SIG_IGN)\n    while True:\n        pass\n',
    seconds: 3,
    ending: timedOut(),
  },
];
