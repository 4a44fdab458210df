import { expect, onTestFinished, test, vi } from 'vitest';
import type { Challenge } from '../../src/domain/challenge.ts';
import { createFakeSandbox } from '../../src/sandbox/fake-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { createAuthorStore } from './author-store.ts';
import { resultOf } from './gate-state.ts';
import { createRememberedRuns, hashText } from './remembered-runs.ts';
import { createTabMemory, type RunMemory } from './run-memory.ts';
import { createRunQueue } from './run-queue.ts';
import {
  createSampleSource,
  createWordSandbox,
  judgeByWords,
  sampleChallenge,
  textOf,
  toFiles,
  withMutant,
} from './samples.ts';

test('a folder that holds what it must passes, and its rows say which test caught what', async () => {
  const { store, gateOf } = open([sampleChallenge]);
  await vi.waitFor(() => expect(gateOf('sample').kind).toBe('passes'));
  const gate = gateOf('sample');
  expect(resultOf(gate)?.mutants).toEqual([
    { name: 'one', killedBy: ['test_first'] },
    { name: 'two', killedBy: ['test_first', 'test_second'] },
  ]);
  expect(store.state.getState().connection).toBe('open');
});

test('a mutant that was saved runs alone again', async () => {
  const { source, asked, gateOf } = open([sampleChallenge]);
  await vi.waitFor(() => expect(gateOf('sample').kind).toBe('passes'));
  asked.length = 0;

  source.save({ challenges: [withMutant(sampleChallenge, 'one', '# one, now right')] }, [
    'sample/mutants/one.py',
  ]);
  await vi.waitFor(() => expect(gateOf('sample').kind).toBe('problems'));
  expect(asked).toEqual(['# one, now right']);
  expect(resultOf(gateOf('sample'))?.problems.join()).toContain('The mutant one survives');

  // Back to what it was: nothing has to run at all.
  asked.length = 0;
  source.save({ challenges: [sampleChallenge] }, ['sample/mutants/one.py']);
  await vi.waitFor(() => expect(gateOf('sample').kind).toBe('passes'));
  expect(asked).toEqual([]);
});

test.each([
  ['the statement', { statementHtml: '<h2>1. Say it anew</h2><pre>f()</pre>' }, 0],
  [
    'the reason of a mutant',
    { mutants: sampleChallenge.mutants.map((mutant) => ({ ...mutant, why: 'New.' })) },
    0,
  ],
  // The solution four ways: in order, again, shuffled, and three tests alone. Starter and tests also decide which
  // names there are.
  ['the solution', { solution: toFiles('# green too') }, 6],
  ['the starter', { starter: toFiles('# another starter, red test_first') }, 2],
  ['the tests', { visibleTests: [{ path: 'tests/test_a.py', text: '# other tests' }] }, 10],
  ['an asset', { assets: [{ path: 'shop.py', text: 'x = 1' }] }, 9],
] as const)(
  'when %s changed, what depends on it runs again and nothing else',
  async (_what, change, runs) => {
    const { source, asked, gateOf, store } = open([sampleChallenge]);
    await vi.waitFor(() => expect(gateOf('sample').kind).toBe('passes'));
    asked.length = 0;
    const changed: Challenge = { ...sampleChallenge, ...change };
    source.save({ challenges: [changed] }, ['sample/file']);
    await vi.waitFor(() => {
      const [item] = store.state.getState().folders;
      expect(item?.challenge).toEqual(changed);
      expect(item?.gate.kind).toBe('passes');
    });
    expect(asked).toHaveLength(runs);
  },
);

test('a page that is opened again remembers, unless it is asked to run anew', async () => {
  const memory = createTabMemory();
  const first = open([sampleChallenge], { memory });
  await vi.waitFor(() => expect(first.gateOf('sample').kind).toBe('passes'));
  expect(first.asked).toHaveLength(10);

  const second = open([sampleChallenge], { memory });
  await vi.waitFor(() => expect(second.gateOf('sample').kind).toBe('passes'));
  expect(second.asked).toEqual([]);

  second.store.checkAnew('sample');
  await vi.waitFor(() => expect(second.asked).toHaveLength(10));
  await vi.waitFor(() => expect(second.gateOf('sample').kind).toBe('passes'));
});

test('the challenge in view goes first', async () => {
  const other: Challenge = { ...sampleChallenge, slug: 'other', solution: toFiles('# other') };
  const third: Challenge = { ...sampleChallenge, slug: 'third', solution: toFiles('# third') };
  const sandbox = createFakeSandbox();
  const { store } = open([sampleChallenge, other, third], { sandbox });
  await vi.waitFor(() => expect(sandbox.currentRun()?.request.slug).toBe('sample'));
  store.show('third');
  await vi.waitFor(() => expect(countPlanned(store, 'third')).toBeGreaterThan(0));
  const run = sandbox.currentRun();
  run?.start();
  run?.end(judgeByWords(run.request));
  await vi.waitFor(() => expect(sandbox.currentRun()?.request.slug).toBe('third'));
});

test('stopped, nothing runs; going on, the interrupted run begins anew', async () => {
  const sandbox = createFakeSandbox();
  const { store, gateOf } = open([sampleChallenge], { sandbox });
  await vi.waitFor(() => expect(sandbox.currentRun()).not.toBeNull());
  const first = sandbox.currentRun()?.request;
  store.stop();
  await vi.waitFor(() => expect(sandbox.currentRun()).toBeNull());
  expect(store.state.getState().isStopped).toBe(true);
  expect(gateOf('sample').kind).toBe('running');

  store.goOn();
  await vi.waitFor(() => expect(sandbox.currentRun()?.request).toEqual(first));
});

test('a text that hangs is given up as soon as it is replaced', async () => {
  const sandbox = createFakeSandbox();
  const hanging: Challenge = { ...sampleChallenge, solution: toFiles('# hangs') };
  const { source, store } = open([hanging], { sandbox });
  store.show('sample');
  // Which of the texts has its turn first is the queue's business.
  await vi.waitFor(() => {
    const run = sandbox.currentRun();
    if (run !== null && textOf(run.request) !== '# hangs') {
      run.start();
      run.end(judgeByWords(run.request));
    }
    expect(textOf(run?.request ?? none)).toBe('# hangs');
  });
  source.save({ challenges: [sampleChallenge] }, ['sample/solution.py']);
  await vi.waitFor(() => expect(textOf(sandbox.currentRun()?.request ?? none)).not.toBe('# hangs'));
  while (sandbox.currentRun() !== null) {
    const run = sandbox.currentRun();
    expect(textOf(run?.request ?? none)).not.toBe('# hangs');
    run?.start();
    run?.end(judgeByWords(run.request));
    await vi.waitFor(() => expect(sandbox.currentRun()).not.toBe(run));
    // The queue takes the next run a moment after the last one ended.
    await new Promise<void>((resolve) => queueMicrotask(resolve));
  }
  expect(store.state.getState().folders[0]?.challenge?.solution).toEqual(sampleChallenge.solution);
});

test('a broken folder has its sentences, and the others are checked all the same', async () => {
  const problems = [{ file: 'challenge.toml', line: 3, message: 'No title.', severity: 'error' as const }];
  const broken = [{ slug: 'half', title: null, content: null, problems }];
  const { store, source, gateOf } = open([sampleChallenge], { broken });
  await vi.waitFor(() => expect(gateOf('sample').kind).toBe('passes'));
  expect(gateOf('half').kind).toBe('broken');
  expect(store.state.getState().folders[0]?.folder.problems).toEqual(problems);

  const mended: Challenge = { ...sampleChallenge, slug: 'half' };
  source.save({ broken: [], challenges: [sampleChallenge, mended] }, ['half/challenge.toml']);
  await vi.waitFor(() => expect(gateOf('half').kind).toBe('passes'));
});

test('says when the server is gone, and goes on when it is back', async () => {
  const { store, source, gateOf } = open([sampleChallenge]);
  await vi.waitFor(() => expect(gateOf('sample').kind).toBe('passes'));
  source.lose();
  expect(store.state.getState().connection).toBe('lost');
  source.save({}, ['sample/statement.md']);
  expect(store.state.getState().connection).toBe('open');
});

const none = { files: [] } as unknown as Parameters<typeof textOf>[0];

interface Given {
  readonly memory?: RunMemory;
  readonly sandbox?: Sandbox;
  readonly broken?: Parameters<typeof createSampleSource>[0]['broken'];
}

function open(challenges: readonly Challenge[], given: Given = {}) {
  const word = createWordSandbox();
  const source = createSampleSource({ challenges, broken: given.broken ?? [] });
  const queue = createRunQueue([given.sandbox ?? word.sandbox], () => 0);
  const memory = given.memory ?? createTabMemory();
  const runs = createRememberedRuns({ queue, memory, imageId: 'image', hashText });
  const store = createAuthorStore({ source, queue, runs });
  onTestFinished(store.connect());
  const gateOf = (slug: string) => {
    const found = store.state.getState().folders.find(({ folder }) => folder.slug === slug);
    if (found === undefined) throw new Error(`There is no folder ${slug} yet.`);
    return found.gate;
  };
  return { store, source, asked: word.asked, gateOf };
}

function countPlanned(store: ReturnType<typeof open>['store'], slug: string): number {
  const gate = store.state.getState().folders.find(({ folder }) => folder.slug === slug)?.gate;
  return gate?.kind === 'running' ? gate.planned : 0;
}
