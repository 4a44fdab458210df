/** Solutions that are wrong and want to be judged right, with what Python alone can do. */
import type { RunEnding } from '../../../src/domain/verdict.ts';
import { toVerdict } from '../../../src/domain/verdict.ts';
import { sampleRequest } from '../../browser/sample-request.ts';
import type { AttackGroup, AttackOutcome, Stage } from '../attack.ts';

const group = 'forged results';

interface Forgery {
  readonly attack: string;
  readonly solution: string;
  readonly tests?: string;
  /** Fools the judge: the learner fools himself, and docs/kernel.md says so. */
  readonly isKnown?: boolean;
}

/** Doubles nothing: every honest verdict is a bad one. */
const wrong = 'def double(x):\n    return x + 1\n';
const findEmit = `
import sys, json

def find_emit():
    frame = sys._getframe()
    while frame is not None:
        if "emit" in frame.f_locals:
            return frame.f_locals["emit"]
        frame = frame.f_back
`;
const passedEvent = `
def passed(test_id):
    nothing = {"text": "", "total": 0, "dropped": 0}
    return json.dumps({"type": "finished", "test": {"id": test_id, "name": "x", "file": "tests/test_sample.py",
        "line": 1, "outcome": "passed", "seconds": 0, "failure": None, "skipReason": "", "stdout": nothing,
        "stderr": nothing, "log": nothing, "warnings": []}})
`;

const forgeries: Readonly<Record<string, Forgery>> = {
  'prints-success': { attack: 'prints what pytest prints', solution: `print("2 passed in 0.01s")\n${wrong}` },
  'prints-events': {
    attack: 'prints the judge’s own events',
    solution: `import os\n${findEmit}${passedEvent}\nfor stream in (1, 2):\n    os.write(stream, passed("tests/test_sample.py::test_two").encode() + b"\\n")\n${wrong}`,
  },
  'exits-at-import': { attack: 'sys.exit(0) at import', solution: `import sys\nsys.exit(0)\n` },
  'exits-in-a-test': {
    attack: 'sys.exit(0) in a test',
    solution: 'import sys\n\ndef double(x):\n    sys.exit(0)\n',
  },
  'exits-hard-at-import': { attack: 'os._exit(0) at import', solution: 'import os\nos._exit(0)\n' },
  'exits-hard-in-a-test': {
    attack: 'os._exit(0) in a test',
    solution: 'import os\n\ndef double(x):\n    os._exit(0)\n',
  },
  aborts: { attack: 'os.abort() in a test', solution: 'import os\n\ndef double(x):\n    os.abort()\n' },
  'ends-pytest': {
    attack: 'pytest.exit("done", 0) in a test',
    solution: 'import pytest\n\ndef double(x):\n    pytest.exit("done", 0)\n',
  },
  'interrupts-itself': {
    attack: 'raises KeyboardInterrupt',
    solution: 'def double(x):\n    raise KeyboardInterrupt\n',
  },
  'skips-at-import': {
    attack: 'pytest.skip at import',
    solution: `import pytest\npytest.skip("not today", allow_module_level=True)\n`,
  },
  'skips-in-a-test': {
    attack: 'pytest.skip in the code under test',
    solution: 'import pytest\n\ndef double(x):\n    pytest.skip("not today")\n',
  },
  'raises-skip-of-unittest': {
    attack: 'unittest.SkipTest in the code under test',
    solution: 'import unittest\n\ndef double(x):\n    raise unittest.SkipTest("not today")\n',
  },
  'expects-to-fail': {
    attack: 'pytest.xfail in the code under test',
    solution: 'import pytest\n\ndef double(x):\n    pytest.xfail("known")\n',
  },
  'rewrites-the-tests': {
    attack: 'writes over the test file at import',
    solution: `open("tests/test_sample.py", "w").write("def test_two(): pass\\ndef test_zero(): pass\\n")\n${wrong}`,
  },
  'plants-a-conftest': {
    attack: 'writes a conftest.py at import',
    solution: `hook = "def pytest_collection_modifyitems(items): items.clear()\\n"\nfor path in ("conftest.py", "tests/conftest.py"):\n    open(path, "w").write(hook)\n${wrong}`,
  },
  'sets-options': {
    attack: 'PYTEST_ADDOPTS and a pytest.ini at import',
    solution: `import os\nos.environ["PYTEST_ADDOPTS"] = "--collect-only"\nopen("pytest.ini", "w").write("[pytest]\\naddopts = --collect-only\\n")\n${wrong}`,
  },
  'leaves-at-the-end': {
    attack: 'atexit function that prints success and exits',
    solution: `import atexit, os\natexit.register(lambda: os._exit(0))\n${wrong}`,
  },
  'sends-events': {
    attack: 'sends events of its own through the judge’s channel',
    solution: `${findEmit}${passedEvent}\ndef double(x):\n    emit = find_emit()\n    if emit:\n        for name in ("test_two", "test_zero"):\n            emit(passed(f"tests/test_sample.py::{name}"))\n    return x + 1\n`,
  },
  'speaks-for-others': {
    attack: 'sends events about another challenge’s tests',
    solution: `${findEmit}${passedEvent}\ndef double(x):\n    emit = find_emit()\n    if emit:\n        emit(passed("tests/test_other.py::test_secret"))\n    return x + 1\n`,
  },
  'renames-its-tests': {
    attack: 'makes the judge report a test of another challenge',
    solution: `import judge.tally\nreal = judge.tally.encode\njudge.tally.encode = lambda value: real(value).replace("test_sample.py::", "test_other.py::")\nimport judge.session\njudge.session.encode = judge.tally.encode\n${wrong}`,
  },
  'breaks-the-report': {
    attack: 'makes the judge’s report no JSON',
    solution: `import judge.session\njudge.session.encode = lambda value: "2 passed"\n${wrong}`,
  },
  'drops-a-test': {
    attack: 'takes the failing tests out of the session while they run',
    solution: `import gc\nimport _pytest.main\n\ndef double(x):\n    for thing in gc.get_objects():\n        if isinstance(thing, _pytest.main.Session):\n            del thing.items[1:]\n    return x + 1\n`,
  },
  'replaces-builtins': {
    attack: 'replaces isinstance, len and repr at import',
    solution: `import builtins\nbuiltins.isinstance = lambda *given: True\nbuiltins.len = lambda thing: 0\nbuiltins.repr = lambda thing: ""\n${wrong}`,
  },
  'always-equal': {
    attack: 'returns an object that equals everything',
    solution:
      'class Any:\n    def __eq__(self, other):\n        return True\n\ndef double(x):\n    return Any()\n',
    isKnown: true,
  },
  'patches-pytest': {
    attack: 'replaces pytest’s way to call a test',
    solution: `import _pytest.runner\n\nreal = _pytest.runner.CallInfo.from_call.__func__\n\ndef calm(cls, func, when, reraise=None):\n    return real(cls, (lambda: None) if when == "call" else func, when, reraise)\n\n_pytest.runner.CallInfo.from_call = classmethod(calm)\n${wrong}`,
    isKnown: true,
  },
  'patches-the-judge': {
    attack: 'replaces the judge’s own report',
    solution: `import judge.session, judge.tally, json\n\nreal = judge.tally.encode\n\ndef forged(report):\n    if "exit" in report:\n        report["exit"] = "finished"\n        for test in report["tests"]:\n            test["outcome"], test["failure"] = "passed", None\n    return real(report)\n\njudge.session.encode = forged\n${wrong}`,
    isKnown: true,
  },
  'changes-a-later-test': {
    attack: 'replaces the code of the tests as they are called',
    solution: `import sys\n\ndef nothing():\n    pass\n\nfor module in list(sys.modules.values()):\n    for name in ("test_two", "test_zero"):\n        if hasattr(module, name):\n            getattr(module, name).__code__ = nothing.__code__\n\ndef double(x):\n    frame = sys._getframe(1)\n    for name in ("test_two", "test_zero"):\n        frame.f_globals[name].__code__ = nothing.__code__\n    return 4\n`,
    isKnown: true,
  },
};
const fake = 'may pass, as docs/kernel.md says; the next run is judged honestly';
const honest = 'does not pass; no event of another challenge; the next run is judged honestly';

export const forge: AttackGroup = {
  attacks: Object.entries(forgeries).map(([id, { attack, isKnown }]) => ({
    id: `forge-${id}`,
    group,
    attack,
    expected: isKnown ? fake : honest,
  })),
  async run(stage) {
    const outcomes: AttackOutcome[] = [];
    for (const [id, forgery] of Object.entries(forgeries)) outcomes.push(await attempt(stage, id, forgery));
    return outcomes;
  },
};

async function attempt({ driver }: Stage, id: string, forgery: Forgery): Promise<AttackOutcome> {
  const run = (solution: string, tests?: string) =>
    driver.evaluate(
      (asked) => window.attacks.python(asked),
      sampleRequest(solution, { seconds: 30, ...(tests === undefined ? {} : { tests }) }),
    );
  const { ending, events, stallMs } = await run(forgery.solution, forgery.tests);
  const verdict = toVerdict(ending).kind;
  const isForged = verdict === 'passed';
  const strangers = events.filter(
    (event) => event.type === 'finished' && event.test.id.includes('test_other'),
  );
  const after = toVerdict((await run(wrong)).ending).kind;

  const isFine = (!isForged || forgery.isKnown === true) && strangers.length === 0 && after === 'failed';
  const forged = isForged ? ' (for himself)' : '';
  const rest = [
    strangers.length > 0 ? 'the page heard of a stranger’s test' : null,
    after === 'failed' ? null : `the next run ${after}`,
  ].filter((part) => part !== null);
  return {
    id: `forge-${id}`,
    happened: [`${describe(ending)}${forged}`, ...rest].join('; '),
    isFine,
    stallMs,
  };
}

function describe(ending: RunEnding): string {
  const verdict = toVerdict(ending);
  if (verdict.kind === 'crashed') return `crashed, ${verdict.cause}`;
  if (verdict.kind !== 'failed') return verdict.kind;
  const { report } = verdict;
  const failure = report.tests.find((test) => test.failure !== null)?.failure;
  return `failed, ${failure?.type ?? report.tests.map((test) => test.outcome).join(' ')}`;
}
