import { expect, test } from 'vitest';
import { idleProgram, type ProgramAction, promptOf, reduceProgram } from './program-run.ts';

const requested: ProgramAction = { type: 'requested', runId: 'a', program: 'solution.py' };
const printed = (text: string, stream: 'stdout' | 'stderr' = 'stdout'): ProgramAction => ({
  type: 'printed',
  runId: 'a',
  piece: { stream, text },
});
const play = (...actions: readonly ProgramAction[]) => actions.reduce(reduceProgram, idleProgram);

test('output grows in order, and stays with the ended program', () => {
  const state = play(
    requested,
    { type: 'started', runId: 'a' },
    printed('a\n'),
    printed('b\n'),
    printed('oh\n', 'stderr'),
    { type: 'ended', runId: 'a', ending: { kind: 'cancelled' }, seconds: 1 },
  );
  expect(state).toMatchObject({
    kind: 'ended',
    output: [
      { stream: 'stdout', text: 'a\nb\n' },
      { stream: 'stderr', text: 'oh\n' },
    ],
  });
});

test('a typed line stands where a terminal would show it, and ends the waiting', () => {
  const asking = play(requested, printed('Who? '), { type: 'input-wanted', runId: 'a' });
  expect(asking).toMatchObject({ kind: 'running', isInputWanted: true });
  if (asking.kind === 'running') expect(promptOf(asking.output)).toBe('Who? ');
  const answered = reduceProgram(asking, { type: 'line-typed', runId: 'a', line: 'Ada' });
  expect(answered).toMatchObject({
    isInputWanted: false,
    output: [{ text: 'Who? ' }, { stream: 'typed', text: 'Ada\n' }],
  });
  expect(promptOf([])).toBe('');
  expect(promptOf([{ stream: 'stdout', text: 'a\n' }])).toBe('');
});

test('the end of the input leaves no line', () => {
  const state = play(requested, { type: 'line-typed', runId: 'a', line: null });
  expect(state).toMatchObject({ output: [] });
});

test('a second attempt begins with a clean sheet', () => {
  const started: ProgramAction = { type: 'started', runId: 'a' };
  expect(play(requested, started, printed('once\n'), started)).toMatchObject({ output: [] });
});

test('what belongs to another run, or comes too late, is dropped', () => {
  const running = play(requested, { type: 'started', runId: 'a' });
  expect(reduceProgram(running, { type: 'input-wanted', runId: 'b' })).toBe(running);
  const ended = play(requested, { type: 'ended', runId: 'a', ending: { kind: 'cancelled' }, seconds: 0 });
  expect(reduceProgram(ended, printed('late'))).toBe(ended);
  expect(reduceProgram(idleProgram, printed('early'))).toBe(idleProgram);
});

test('long output is kept in pieces, so that what was drawn stays', () => {
  const state = play(requested, printed('x'.repeat(5_000)), printed('y'));
  expect(state).toMatchObject({ output: [{ text: 'x'.repeat(5_000) }, { text: 'y' }] });
});
