import { describe, expect, it } from 'vitest';
import { failedInJunit, failedInVitest } from './failed-tests.mjs';

describe('what did not pass, for the end of the log', () => {
  it('names each failed test of a vitest report, with its message', () => {
    const report = {
      testResults: [
        {
          name: '/house/tests/browser/run.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { fullName: 'a run ends', status: 'passed', failureMessages: [] },
            {
              fullName: 'a run answers',
              status: 'failed',
              failureMessages: ['AssertionError: 1 is not 2\n    at run'],
            },
          ],
        },
      ],
    };
    expect(failedInVitest(report, '/house')).toEqual([
      'tests/browser/run.test.ts > a run answers\n    AssertionError: 1 is not 2\n        at run',
    ]);
  });

  it('names a file that could not be loaded', () => {
    const file = {
      name: '/house/a.test.ts',
      status: 'failed',
      message: 'no such module',
      assertionResults: [],
    };
    expect(failedInVitest({ testResults: [file] }, '/house')).toEqual(['a.test.ts\n    no such module']);
  });

  it('cuts a long message and says so', () => {
    const why = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
    const file = {
      name: '/house/a.test.ts',
      status: 'failed',
      assertionResults: [{ fullName: 'long', status: 'failed', failureMessages: [why] }],
    };
    const [shown] = failedInVitest({ testResults: [file] }, '/house');
    expect(shown).toContain('line 14');
    expect(shown).not.toContain('line 15');
    expect(shown).toContain('25 more lines above');
  });

  it("names each failed test of pytest's JUnit file, not the ones that passed or were skipped", () => {
    const xml =
      '<testsuite><testcase classname="tests.a" name="good" time="0.1" />' +
      '<testcase classname="tests.a" name="off" time="0.1"><skipped message="no"/></testcase>' +
      '<testcase classname="tests.a" name="bad[&lt;x&gt;]" time="0.1"><failure message="assert 1 == 2&#10;x">t</failure></testcase>' +
      '<testcase classname="tests.b" name="worse" time="0.1"><error message="boom">t</error></testcase></testsuite>';
    expect(failedInJunit(xml)).toEqual([
      'tests.a::bad[<x>]\n    assert 1 == 2\n    x',
      'tests.b::worse\n    boom',
    ]);
  });
});
