/** A race test that is red tells its schedule, and replaying that gives the same failure in a fresh interpreter. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Failure, TestResult } from '../../src/domain/report.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import { type GateSession, openGate } from './gate-session.ts';
import { sampleRequest } from './sample-request.ts';

const solution = `
import threading


class Counter:
    value = 0


def think():
    pass


def add():
    for _ in range(5):
        seen = Counter.value
        think()
        Counter.value = seen + 1


def race():
    Counter.value = 0
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter.value


def two_locks():
    first, second = threading.Lock(), threading.Lock()

    def forwards():
        with first:
            think()
            with second:
                pass

    def backwards():
        with second:
            think()
            with first:
                pass

    threads = [threading.Thread(target=work) for work in (forwards, backwards)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
`;

const tests = `
import pytest
from interleave import explore, explore_all, schedule, seeds
from solution import race, two_locks


def test_seeds():
    for seed in seeds():
        with schedule(seed):
            total = race()
        assert total == 10


@pytest.mark.parametrize("seed", seeds())
def test_each_seed(seed):
    with schedule(seed):
        total = race()
    assert total == 10


def test_explore():
    assert explore(race, lambda total: total == 10) is None


def test_explore_all():
    assert explore_all(race, lambda total: total == 10, preemptions=1).proved


def test_deadlock():
    for seed in range(200):
        with schedule(seed):
            two_locks()


def test_not_the_schedules_fault():
    assert explore(race, lambda total: total > 0, range(3)) is None
    assert False
`;

let gate: GateSession;

beforeAll(async () => {
  gate = await openGate(true);
});

afterAll(() => gate?.close());

async function run(changes: Partial<RunRequest>): Promise<readonly TestResult[]> {
  const verdict = await gate.verdict({ ...sampleRequest(solution, { tests }), ...changes });
  if (!('report' in verdict)) throw new Error(JSON.stringify(verdict));
  return verdict.report.tests;
}

/** What must not differ from one replay to the next. */
function essence(failure: Failure | null | undefined): unknown {
  return { type: failure?.type, message: failure?.message, schedule: failure?.schedule };
}

test('every red test carries its schedule, and replayed alone it fails in the same way', async () => {
  const seeds = Array.from({ length: 12 }, (_, index) => 100 + index);
  const results = await run({ seeds });
  const red = results.filter((result) => result.outcome === 'failed');
  const names = new Set(red.map((result) => result.id.replace(/^.*::|\[.*$/g, '')));
  expect(names).toEqual(
    new Set([
      'test_seeds',
      'test_each_seed',
      'test_explore',
      'test_explore_all',
      'test_deadlock',
      'test_not_the_schedules_fault',
    ]),
  );
  expect(results.filter((result) => result.id.includes('test_each_seed'))).toHaveLength(12);

  const firstOf = new Map(red.toReversed().map((result) => [result.id.replace(/\[.*$/, ''), result]));
  for (const result of firstOf.values()) {
    const schedule = result.failure?.schedule ?? null;
    if (result.id.includes('fault')) {
      expect(schedule).toBeNull();
      continue;
    }
    if (schedule === null) throw new Error(`${result.id} has no schedule`);
    expect(schedule.seed === null).toBe(result.id.includes('explore_all'));
    expect(schedule.plan !== '').toBe(result.id.includes('explore_all'));
    expect(schedule.totalSwitches).toBeGreaterThan(3);
    expect(schedule.switches).toContainEqual({
      thread: expect.stringMatching(/^Thread-\d/),
      function: expect.stringMatching(/^(add|think|forwards|backwards)$/),
      file: 'solution.py',
      line: expect.any(Number),
      source: expect.stringMatching(/\S/),
      origin: 'learner',
      follower: expect.any(String),
    });
    const { seed, plan } = schedule;
    for (let time = 0; time < 3; time += 1) {
      const [again, ...others] = await run({ seeds, only: [result.id], replay: { seed, plan } });
      expect(others).toEqual([]);
      expect(essence(again?.failure)).toEqual(essence(result.failure));
    }
  }
});

test('a deadlock names both threads and both locks', async () => {
  const [result] = await run({ only: ['tests/test_sample.py::test_deadlock'] });
  const message = result?.failure?.message ?? '';
  expect(result?.failure?.type).toBe('Deadlocked');
  expect(message).toContain('Thread-1 (forwards) waits for second, held by Thread-2 (backwards)');
  expect(message).toContain('Thread-2 (backwards) waits for first, held by Thread-1 (forwards)');
});
