import { expect, test } from 'vitest';
import { readWorkerMessage } from './read-worker-message.ts';

const died = (message: string) => ({ kind: 'died', message, isHeapExhausted: false });

test.each([
  [{ type: 'stepped', interpreter: 1, step: 'warm-up' }],
  [{ type: 'ready', interpreter: 1, stackSwitching: true }],
  [{ type: 'boot-failed', interpreter: 1, message: 'no room' }],
  [{ type: 'started', run: 'run-1' }],
  [{ type: 'progressed', run: 'run-1', event: '{}' }],
  [{ type: 'ended', run: 'run-1', outcome: { kind: 'reported', report: '{}', isHeapExhausted: true } }],
  [{ type: 'ended', run: 'run-1', outcome: died('stack overflow') }],
  [{ type: 'process-wanted', pid: 3 }],
  [{ type: 'process-signalled', pid: 3, signal: 9 }],
  [{ type: 'process-ended', pid: 3 }],
  [{ type: 'process-died', pid: 3, message: 'gone' }],
])('knows %j', (message) => {
  expect(readWorkerMessage(message)).toEqual(message);
});

test.each([
  [null],
  [7],
  ['ended'],
  [[]],
  [{ type: 'won' }],
  [{ type: 'stepped', interpreter: 1, step: 'x'.repeat(50) }],
  [{ type: 'ready', interpreter: 'x' }],
  [{ type: 'started', run: {} }],
  [{ type: 'progressed', run: 'run-1', event: [[]] }],
  [{ type: 'process-wanted', pid: '3' }],
  [{ type: 'process-signalled', pid: 3, signal: Number.NaN }],
])('has no use for %j', (message) => {
  expect(readWorkerMessage(message)).toBeNull();
});

test('passes nothing on beside the fields of the protocol', () => {
  const more = { more: 'x'.repeat(100) };
  expect(readWorkerMessage({ type: 'started', run: 'run-1', ...more })).toEqual({
    type: 'started',
    run: 'run-1',
  });
  const outcome = { kind: 'died', message: 'x', isHeapExhausted: false };
  expect(readWorkerMessage({ type: 'ended', run: 'run-1', outcome: { ...outcome, ...more } })).toEqual({
    type: 'ended',
    run: 'run-1',
    outcome,
  });
});

test.each([[undefined], [{ kind: 'won' }], [{ kind: 'reported', report: { length: 1 } }]])(
  'a run that ended with %j has ended all the same',
  (outcome) => {
    expect(readWorkerMessage({ type: 'ended', run: 'run-1', outcome })).toMatchObject({
      outcome: died('The run ended in unknown words.'),
    });
  },
);
