/** Threads in a real browser with a real interpreter: one story a test, told by Python's own asserts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GateSession, openGate } from './gate-session.ts';
import { sampleRequest } from './sample-request.ts';

/** Test files as learners and authors write them; every test in them has to pass. */
const folder = fileURLToPath(new URL('./threads', import.meta.url));
const stories = readdirSync(folder).filter((name) => name.endsWith('.py'));

describe.each([
  ['with isolation headers', true],
  ['without isolation headers', false],
] as const)('threads %s', (_name, isIsolated) => {
  let gate: GateSession;

  beforeAll(async () => {
    gate = await openGate(isIsolated);
  });

  afterAll(() => gate?.close());

  test.each(stories)('%s', async (name) => {
    const tests = readFileSync(path.join(folder, name), 'utf8');
    const verdict = await gate.verdict(sampleRequest('', { tests }));
    const failed = 'report' in verdict && verdict.report ? verdict.report.tests : [];
    expect(failed.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(verdict).toMatchObject({ kind: 'passed' });
  });

  test('a thread that is left running fails its test by name, and the next test is alone', async () => {
    const verdict = await gate.verdict(
      sampleRequest('', {
        tests: `
import threading
import time


def test_leaves_three():
    def catch_everything():
        while True:
            try:
                time.sleep(1000)
            except BaseException:
                pass

    def spin():
        while True:
            pass

    for work in (catch_everything, spin, threading.Event().wait):
        threading.Thread(target=work, name=work.__name__).start()


def test_daemons_may_stay():
    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()


def test_is_alone():
    assert threading.enumerate() == [threading.main_thread()]
`,
      }),
    );
    expect(verdict).toMatchObject({
      kind: 'failed',
      report: {
        tests: [
          {
            outcome: 'failed',
            failure: {
              type: 'ThreadLeftRunning',
              message: expect.stringContaining('catch_everything, spin, wait'),
            },
          },
          { outcome: 'passed' },
          { outcome: 'passed' },
        ],
      },
    });
  });

  test.each([
    ['in a lock that is never released', 'lock = threading.Lock()\n    lock.acquire()\n    lock.acquire()'],
    ['in join', 'threading.Thread(target=time.sleep, args=(1000,), daemon=True).run()'],
    ['in a loop', 'while True: pass'],
    ['in a queue', 'queue.Queue().get()'],
  ])('Stop reaches the main thread %s, while others run', async (_place, waiting) => {
    const { ending } = await gate.stopWhenStarted(
      sampleRequest('', {
        tests: `
import queue
import threading
import time


def spin():
    while True:
        pass


def test_waits():
    threading.Thread(target=spin, daemon=True).start()
    ${waiting}
`,
      }),
    );
    expect(ending).toMatchObject({ kind: 'cancelled' });
  });

  test('an interpreter that dies in a thread is a verdict', async () => {
    const verdict = await gate.verdict(
      sampleRequest('', {
        tests: `
import threading


def test_dies():
    deep = []
    for _ in range(200_000):
        deep = [deep]
    thread = threading.Thread(target=repr, args=(deep,))
    thread.start()
    thread.join()
`,
      }),
    );
    expect(verdict).toMatchObject({ kind: 'crashed', cause: 'stack-overflow' });
  });

  test('the same seed gives the same trace in another interpreter', async () => {
    const tests = `
import threading

from interleave import schedule

total = 0


def think():
    pass


def add():
    global total
    for _ in range(20):
        seen = total
        think()
        total = seen + 1


def test_trace():
    for seed in (1, 7, 12345):
        with schedule(seed) as run:
            threads = [threading.Thread(target=add) for _ in range(3)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        print(run.trace)
`;
    const [first, second] = [
      await gate.verdict(sampleRequest('', { tests })),
      await gate.verdict(sampleRequest('', { tests })),
    ];
    if (first.kind !== 'passed' || second.kind !== 'passed') throw new Error(JSON.stringify([first, second]));
    const printed = first.report.tests[0]?.stdout.text ?? '';
    expect(printed.length).toBeGreaterThan(500);
    expect(second.report.tests[0]?.stdout.text).toBe(printed);
  });
});
