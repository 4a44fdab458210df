/** A challenge and a runtime for the gate's own tests: the runtime answers from a script. */
import type { Challenge, TextFile } from '../../src/domain/challenge.ts';
import type { Report, TestResult } from '../../src/domain/report.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import type { Run } from './gate-run.ts';

const file = (text: string): readonly TextFile[] => [{ path: 'solution.py', text }];
const ids = Array.from({ length: 8 }, (_, at) => `tests/test_a.py::test_${at}`);

export const sampleChallenge: Challenge = {
  slug: 'sample',
  title: 'Sample',
  summary: 'A sample.',
  goal: 'Be a sample.',
  track: 'samples',
  order: 1,
  difficulty: 1,
  minutes: 20,
  kind: 'write',
  version: 1,
  concepts: ['samples'],
  needs: [],
  prerequisites: [],
  unlocks: [],
  assumes: [],
  packages: [],
  sources: [],
  timeoutSeconds: 20,
  memoryMb: null,
  keepGc: false,
  draft: false,
  seeds: [],
  processes: 0,
  statementHtml: '<ol><li>Do it.</li></ol><pre>do()</pre>',
  hintsHtml: ['one', 'two', 'three'],
  explanationHtml: 'Because.',
  translations: [],
  without: {},
  starter: file('starter'),
  solution: file('solution'),
  visibleTests: [{ path: 'tests/test_a.py', text: 'def test_0(): ...' }],
  hiddenTests: [{ path: 'tests/test_b.py', text: '' }],
  shownAssets: [],
  assets: [],
  mutants: ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    name,
    why: 'it is wrong',
    kills: [],
    files: file(`mutant ${name}`),
  })),
};

/** How one run goes: the names of the tests that fail, or a change of the whole report. */
interface ScriptedRun {
  readonly red?: readonly string[];
  readonly report?: Partial<Report>;
  readonly changeTest?: (test: TestResult) => TestResult;
}

/** @param script what happens to a request, told from its learner's text; the usual when it has nothing to say */
export function scriptRuns(script: (text: string, request: RunRequest) => ScriptedRun | null): Run {
  return async (request) => {
    const learner = request.files.find((item) => item.path === 'solution.py');
    const text = learner !== undefined && 'text' in learner ? learner.text : '';
    const { red, report, changeTest } = script(text, request) ?? {
      red: text === 'solution' ? [] : ['test_0'],
    };
    const planned = request.only.length === 0 ? ids : request.only;
    const tests = planned.map((id) =>
      sampleTest(
        id,
        (red ?? []).some((name) => id.endsWith(`::${name}`)),
      ),
    );
    const whole = { ...sampleReport(tests), ...report };
    return {
      ending: { kind: 'reported', report: { ...whole, tests: whole.tests.map(changeTest ?? ((it) => it)) } },
      ms: 400,
    };
  };
}

const nothing = { text: '', total: 0, dropped: 0 };

function sampleTest(id: string, isRed: boolean): TestResult {
  const where = { id, name: id, file: id.replace(/::.*/, ''), line: 1 };
  return {
    ...where,
    outcome: isRed ? 'failed' : 'passed',
    seconds: 0,
    failure: isRed
      ? {
          type: 'AssertionError',
          message: 'assert 1 == 2',
          when: 'call',
          assertion: null,
          frames: [],
          foldedFrames: 0,
          traceback: '',
          schedule: null,
        }
      : null,
    skipReason: '',
    stdout: nothing,
    stderr: nothing,
    log: nothing,
    warnings: [],
  };
}

function sampleReport(tests: readonly TestResult[]): Report {
  return {
    schema: 1,
    python: '3.14',
    pytest: '9',
    exit: 'finished',
    exitMessage: '',
    seconds: 0,
    planned: tests.map(({ id, name, file: path, line }) => ({ id, name, file: path, line })),
    tests: [...tests],
    collectionErrors: [],
    interruptedAt: [],
    starterUnchanged: false,
    stdout: nothing,
    stderr: nothing,
    warnings: [],
  };
}
