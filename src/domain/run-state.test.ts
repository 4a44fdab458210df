import { describe, expect, test } from 'vitest';
import type { Report, TestOutcome, TestResult } from './report.ts';
import { idleRun, isActive, type RunAction, type RunState, reduceRun } from './run-state.ts';
import { toVerdict } from './verdict.ts';

const capture = { text: '', total: 0, dropped: 0 };

function result(id: string, outcome: TestOutcome): TestResult {
  return {
    id,
    name: id,
    file: 'tests/test_a.py',
    line: 1,
    outcome,
    seconds: 0.001,
    failure: null,
    skipReason: '',
    stdout: capture,
    stderr: capture,
    log: capture,
    warnings: [],
  };
}

function report(tests: readonly TestResult[]): Report {
  return {
    schema: 1,
    python: '3.14.2',
    pytest: '9.2.0',
    exit: 'finished',
    exitMessage: '',
    seconds: 0.1,
    planned: tests.map(({ id, name, file, line }) => ({ id, name, file, line })),
    tests: [...tests],
    collectionErrors: [],
    interruptedAt: [],
    starterUnchanged: false,
    stdout: capture,
    stderr: capture,
    warnings: [],
  };
}

const play = (actions: readonly RunAction[], from: RunState = idleRun) => actions.reduce(reduceRun, from);
const ended = (runId: string, tests: readonly TestResult[]): RunAction => ({
  type: 'ended',
  runId,
  verdict: toVerdict({ kind: 'reported', report: report(tests) }),
  seconds: 1,
});

describe('a run', () => {
  test('waits for the boot, runs, and ends with its verdict', () => {
    const waiting = play([{ type: 'requested', runId: 'r1', mode: 'visible' }]);
    expect(waiting.kind).toBe('waiting-for-boot');
    expect(isActive(waiting)).toBe(true);

    const running = play([{ type: 'started', runId: 'r1', at: 5 }], waiting);
    expect(running).toMatchObject({ kind: 'running', startedAt: 5, tests: [] });

    const over = play([ended('r1', [result('a', 'passed')])], running);
    expect(over).toMatchObject({ kind: 'ended', verdict: { kind: 'passed' }, change: null });
    expect(isActive(over)).toBe(false);
  });

  test('fills in its tests as they end', () => {
    const state = play([
      { type: 'requested', runId: 'r1', mode: 'visible' },
      { type: 'started', runId: 'r1', at: 5 },
      { type: 'event-received', runId: 'r1', event: { type: 'started', id: 'a' } },
    ]);
    expect(state).toMatchObject({ currentId: 'a', tests: [] });
    const after = play(
      [{ type: 'event-received', runId: 'r1', event: { type: 'finished', test: result('a', 'failed') } }],
      state,
    );
    expect(after).toMatchObject({ currentId: null, tests: [{ id: 'a' }] });
  });

  test('an event proves the start even when the start was not seen', () => {
    const state = play([
      { type: 'requested', runId: 'r1', mode: 'all' },
      { type: 'event-received', runId: 'r1', event: { type: 'started', id: 'a' } },
    ]);
    expect(state).toMatchObject({ kind: 'running', mode: 'all', currentId: 'a' });
  });

  test('ignores what belongs to another run', () => {
    const state = play([{ type: 'requested', runId: 'r2', mode: 'visible' }]);
    expect(play([{ type: 'started', runId: 'r1', at: 1 }, ended('r1', [])], state)).toBe(state);
    expect(play([ended('r2', [])], idleRun)).toBe(idleRun);
  });

  test('shows that stopping was asked for', () => {
    const state = play([
      { type: 'requested', runId: 'r1', mode: 'visible' },
      { type: 'started', runId: 'r1', at: 5 },
      { type: 'stop-requested', runId: 'r1' },
    ]);
    expect(state).toMatchObject({ kind: 'running', isStopping: true });
  });

  test('tells what changed since the run before, for the tests both of them ran', () => {
    const first = play([
      { type: 'requested', runId: 'r1', mode: 'visible' },
      ended('r1', [result('a', 'failed'), result('b', 'passed')]),
    ]);
    const second = play(
      [
        { type: 'requested', runId: 'r2', mode: 'all' },
        ended('r2', [result('a', 'passed'), result('b', 'error'), result('hidden', 'failed')]),
      ],
      first,
    );
    expect(second).toMatchObject({ change: { newlyPassing: ['a'], newlyFailing: ['b'] } });
  });

  test('compares across a run that had no results', () => {
    const state = play([
      { type: 'requested', runId: 'r1', mode: 'visible' },
      ended('r1', [result('a', 'failed')]),
      { type: 'requested', runId: 'r2', mode: 'visible' },
      { type: 'ended', runId: 'r2', verdict: { kind: 'cancelled', tests: [] }, seconds: 1 },
      { type: 'requested', runId: 'r3', mode: 'visible' },
      ended('r3', [result('a', 'passed')]),
    ]);
    expect(state).toMatchObject({ change: { newlyPassing: ['a'], newlyFailing: [] } });
  });
});
