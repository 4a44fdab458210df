import { expect, test } from 'vitest';
import type { Challenge } from './challenge.ts';
import { buildRunRequest } from './run-request.ts';

const challenge: Challenge = {
  slug: 'two-files',
  title: 'Two files',
  summary: 's',
  goal: 'g',
  track: 't',
  order: 1,
  difficulty: 1,
  minutes: 20,
  kind: 'write',
  concepts: ['x'],
  needs: [],
  version: 1,
  prerequisites: [],
  unlocks: [],
  assumes: [],
  packages: ['flask'],
  sources: [],
  timeoutSeconds: 12,
  memoryMb: null,
  keepGc: true,
  draft: false,
  seeds: [],
  processes: 0,
  without: {},
  statementHtml: '',
  hintsHtml: [],
  explanationHtml: '',
  translations: [],
  starter: [
    { path: 'solution.py', text: 'start' },
    { path: 'other.py', text: 'other start' },
  ],
  solution: [],
  visibleTests: [{ path: 'tests/test_a.py', text: 'visible' }],
  hiddenTests: [{ path: 'tests/test_b.py', text: 'hidden' }],
  shownAssets: [],
  assets: [{ path: 'given.py', text: 'given' }],
  mutants: [],
};

test('the draft replaces the starter, file by file, and strangers are left out', () => {
  const draft = [
    { path: 'solution.py', text: 'mine' },
    { path: 'tests/test_a.py', text: 'assert True' },
  ];
  const { files } = buildRunRequest(challenge, draft, 'visible');
  expect(files).toEqual([
    { path: 'given.py', text: 'given' },
    { path: 'solution.py', text: 'mine' },
    { path: 'other.py', text: 'other start' },
    { path: 'tests/test_a.py', text: 'visible' },
  ]);
});

test('Run takes the visible tests, Submit all of them', () => {
  expect(buildRunRequest(challenge, [], 'visible').testFiles).toEqual(['tests/test_a.py']);
  expect(buildRunRequest(challenge, [], 'all').testFiles).toEqual(['tests/test_a.py', 'tests/test_b.py']);
});

test('seeds come from the challenge, unless others are asked for; a replay is passed on', () => {
  const seeded = { ...challenge, seeds: [3, 4] };
  expect(buildRunRequest(seeded, [], 'all')).toMatchObject({ seeds: [3, 4], replay: null });
  const options = { only: ['a'], seeds: [9], replay: { seed: 9, plan: '' } };
  expect(buildRunRequest(seeded, [], 'all', options)).toMatchObject(options);
});

test('clock, packages and limits come from the challenge', () => {
  const request = buildRunRequest(challenge, [], 'all');
  expect(request).toMatchObject({
    clock: 'real',
    packages: ['flask'],
    keepGc: true,
    limits: { seconds: 12 },
  });
  expect(buildRunRequest({ ...challenge, needs: ['vloop'] }, [], 'all').clock).toBe('virtual');
  expect(buildRunRequest(challenge, [], 'all', { seconds: 3 }).limits.seconds).toBe(3);
});
