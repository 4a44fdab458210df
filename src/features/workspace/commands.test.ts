import { expect, test } from 'vitest';
import { createFakeSandbox } from '../../sandbox/fake-sandbox.ts';
import { createLearnerStore } from '../../storage/create-learner-store.ts';
import { createMemoryTables } from '../../storage/memory-tables.ts';
import { createCommands, findCommand, type KeyPress, toShortcutText } from './commands.ts';
import { createTimer } from './timer-store.ts';
import { createWorkspaceStore } from './workspace-store.ts';

const nothing = () => undefined;
const store = createLearnerStore({
  tables: createMemoryTables(),
  status: { kind: 'persistent' },
  now: () => 0,
  newId: () => 'id',
  announcer: { announce: nothing, subscribe: () => nothing },
});
const challenge = { slug: 'a', version: 1, starter: [], packages: [], needs: [], without: {} } as never;
const workspace = createWorkspaceStore({
  challenge,
  sandbox: createFakeSandbox(),
  capabilities: { sharedMemory: true, stackSwitching: true },
  store,
  now: () => 0,
  newId: () => 'id',
});
const commands = createCommands(workspace, {
  programPath: () => 'solution.py',
  goToNextFailure: nothing,
  hasFailure: () => false,
  focusPane: nothing,
  showShortcuts: nothing,
  confirmSolution: nothing,
  showHistory: nothing,
  download: nothing,
  toggleTimer: nothing,
});

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});
const find = (of: KeyPress, isTyping = true) => findCommand(commands, of, isTyping)?.id;

test('shortcuts work while typing, with Ctrl and with Cmd', () => {
  expect(find(press('Enter', { ctrlKey: true }))).toBe('run');
  expect(find(press('Enter', { metaKey: true }))).toBe('run');
  expect(find(press('Enter', { ctrlKey: true, shiftKey: true }))).toBe('submit');
  expect(find(press('.', { code: 'Period', ctrlKey: true }))).toBe('stop');
  expect(find(press('s', { ctrlKey: true }))).toBe('save');
  expect(find(press('F8'))).toBe('next-failure');
});

test('panes are found by the key’s place, whatever Alt makes of its character', () => {
  expect(find(press('¡', { code: 'Digit1', altKey: true }))).toBe('focus-statement');
  expect(find(press('3', { code: 'Digit3', altKey: true }))).toBe('focus-results');
});

test('a question mark is text while typing, and a command elsewhere', () => {
  const key = press('?', { shiftKey: true });
  expect(find(key, true)).toBeUndefined();
  expect(find(key, false)).toBe('shortcuts');
});

test('plain keys belong to the text', () => {
  expect(find(press('Enter'))).toBeUndefined();
  expect(find(press('s'))).toBeUndefined();
  expect(find(press('1', { code: 'Digit1' }))).toBeUndefined();
});

test('no two commands share a shortcut', () => {
  const texts = commands.flatMap(({ shortcut }) =>
    shortcut === null ? [] : [toShortcutText(shortcut, false)],
  );
  expect(new Set(texts).size).toBe(texts.length);
});

test('the timer counts the time in front, and not the time asleep or paused', () => {
  let now = 0;
  const timer = createTimer(() => now);
  const pass = (seconds: number) => {
    now += seconds * 1000;
    timer.tick();
  };
  timer.begin(100);
  pass(1);
  pass(1);
  pass(3600);
  timer.togglePause();
  pass(1);
  timer.togglePause();
  pass(1);
  expect(timer.state.getState().seconds).toBe(103);
  expect(timer.takeUnsaved()).toBe(3);
  expect(timer.takeUnsaved()).toBe(0);
});
