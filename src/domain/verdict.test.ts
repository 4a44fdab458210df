import { describe, expect, test } from 'vitest';
import { parseReport, parseRunEvent, type Report, type TestOutcome, type TestResult } from './report.ts';
import { toVerdict } from './verdict.ts';

const nothing = { text: '', total: 0, dropped: 0 };

const result = (id: string, outcome: TestOutcome): TestResult => ({
  id,
  name: id,
  file: 'tests/test_a.py',
  line: 1,
  outcome,
  seconds: 0.01,
  failure: null,
  skipReason: '',
  stdout: nothing,
  stderr: nothing,
  log: nothing,
  warnings: [],
});

const report = (changes: Partial<Report> = {}): Report => ({
  schema: 1,
  python: '3.14.2',
  pytest: '9.2.0',
  exit: 'finished',
  exitMessage: '',
  seconds: 0.1,
  planned: ['a', 'b'].map((id) => ({ id, name: id, file: 'tests/test_a.py', line: 1 })),
  tests: [result('a', 'passed'), result('b', 'passed')],
  collectionErrors: [],
  interruptedAt: [],
  starterUnchanged: false,
  stdout: nothing,
  stderr: nothing,
  warnings: [],
  ...changes,
});

describe('a report becomes a verdict', () => {
  test('passed only when every planned test ended well', () => {
    expect(toVerdict({ kind: 'reported', report: report() }).kind).toBe('passed');
    const skipped = report({ tests: [result('a', 'passed'), result('b', 'skipped')] });
    expect(toVerdict({ kind: 'reported', report: skipped }).kind).toBe('passed');
  });

  test.each([
    ['a test failed', [result('a', 'passed'), result('b', 'failed')]],
    ['a fixture broke', [result('a', 'passed'), result('b', 'error')]],
    ['an expected failure passed', [result('a', 'passed'), result('b', 'xpassed')]],
    ['a planned test never ended', [result('a', 'passed')]],
  ])('failed when %s', (_why, tests) => {
    expect(toVerdict({ kind: 'reported', report: report({ tests }) }).kind).toBe('failed');
  });

  test('a report without any planned test does not pass', () => {
    expect(toVerdict({ kind: 'reported', report: report({ planned: [], tests: [] }) }).kind).toBe('failed');
    expect(toVerdict({ kind: 'reported', report: report({ exit: 'no-tests', planned: [] }) }).kind).toBe(
      'crashed',
    );
  });

  test('code that cannot be collected is broken code', () => {
    expect(toVerdict({ kind: 'reported', report: report({ exit: 'broken' }) }).kind).toBe('broken-code');
  });

  test('code that interrupts itself crashed; nobody cancelled it', () => {
    const verdict = toVerdict({ kind: 'reported', report: report({ exit: 'interrupted' }) });
    expect(verdict).toMatchObject({ kind: 'crashed', cause: 'early-exit' });
  });

  test('a run that could not go on says so, and blames no exit', () => {
    const exitMessage = 'pytest itself stopped with TypeError.';
    const verdict = toVerdict({ kind: 'reported', report: report({ exit: 'internal-error', exitMessage }) });
    expect(verdict).toMatchObject({ kind: 'crashed', cause: 'broken-run', raw: exitMessage });
  });

  test('a time-out says where the learner’s code was', () => {
    const frame = (origin: 'learner' | 'library', line: number) => ({
      file: origin === 'learner' ? 'solution.py' : 'queue.py',
      line,
      endLine: null,
      column: null,
      endColumn: null,
      function: 'f',
      source: '',
      origin,
    });
    const interruptedAt = [frame('learner', 3), frame('learner', 9), frame('library', 100)];
    const verdict = toVerdict({
      kind: 'timed-out',
      limitSeconds: 10,
      report: report({ exit: 'interrupted', interruptedAt }),
      lastStarted: 'a',
      partial: [],
    });
    expect(verdict.kind === 'timed-out' && verdict.where?.line).toBe(9);
  });
});

describe('parsing what comes out of the sandbox', () => {
  test('a whole report comes back as it was', () => {
    expect(parseReport(JSON.stringify(report()))).toEqual({ ok: true, value: report() });
  });

  test.each([
    ['not JSON', '<html>', 'not JSON'],
    ['another schema', JSON.stringify({ ...report(), schema: 2 }), 'schema'],
    ['a test without an outcome', JSON.stringify({ ...report(), tests: [{ id: 'a' }] }), 'tests'],
    ['null', 'null', 'report'],
  ])('%s is a problem in words', (_what, text, word) => {
    const parsed = parseReport(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.problem).toContain(word);
  });

  test('an unknown event is a problem, not an exception', () => {
    expect(parseRunEvent('{"type":"surprise"}').ok).toBe(false);
    expect(parseRunEvent('{"type":"started","id":"a"}')).toEqual({
      ok: true,
      value: { type: 'started', id: 'a' },
    });
  });
});
