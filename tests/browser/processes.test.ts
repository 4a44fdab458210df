/** Child processes in a real browser with real interpreters: one story a test, told by Python's own asserts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GateSession, openGate } from './gate-session.ts';
import { runWithChild } from './processes-left.ts';
import { sampleRequest } from './sample-request.ts';

/** Test files as learners and authors write them; every test in them has to pass. */
const folder = fileURLToPath(new URL('./processes', import.meta.url));
const stories = readdirSync(folder).filter((name) => name.endsWith('.py'));
const solution = readFileSync(path.join(folder, 'given/solution.py'), 'utf8');

const pool = `
import multiprocessing
from solution import sleep_long, square

def test_pool():
    with multiprocessing.Pool(2) as pool:
        assert pool.map(square, [1, 2, 3]) == [1, 4, 9]
`;

describe('processes', () => {
  let gate: GateSession;

  const request = (tests: string, processes = 3) =>
    sampleRequest(solution, { tests, processes, seconds: 300 });

  beforeAll(async () => {
    gate = await openGate(true);
  });

  afterAll(() => gate?.close());

  test.each(stories)('%s', async (name) => {
    const verdict = await gate.verdict(request(readFileSync(path.join(folder, name), 'utf8')));
    const results = 'report' in verdict && verdict.report ? verdict.report.tests : [];
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(verdict).toMatchObject({ kind: 'passed' });
  });

  test('what children print is the output of the test that ran them', async () => {
    const verdict = await gate.verdict(
      request(`
import multiprocessing
from solution import print_lines

def test_prints():
    process = multiprocessing.Process(target=print_lines, args=(2,))
    process.start()
    process.join()
    print("joined")
`),
    );
    expect(verdict).toMatchObject({
      kind: 'passed',
      report: {
        tests: [{ stdout: { text: 'line 0\nline 1\njoined\n' }, stderr: { text: 'trouble\n' } }],
      },
    });
  });

  test('a child that is left running fails its test by name, and the next test is alone', async () => {
    const verdict = await gate.verdict(
      request(`
import multiprocessing
from solution import sleep_long

def test_leaves_one():
    multiprocessing.Process(target=sleep_long, name="sleeper").start()

def test_is_alone():
    assert multiprocessing.active_children() == []
`),
    );
    expect(verdict).toMatchObject({
      kind: 'failed',
      report: {
        tests: [
          {
            outcome: 'failed',
            failure: { type: 'ProcessLeftRunning', message: expect.stringContaining('sleeper') },
          },
          { outcome: 'passed' },
        ],
      },
    });
  });

  test('a child killed in the middle of its work does and says nothing more', async () => {
    const verdict = await gate.verdict(
      request(`
import multiprocessing
import os
import signal
import pytest
from solution import send_for_ever

@pytest.mark.parametrize("time", range(3))
def test_killed(time):
    mine, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=send_for_ever, args=(theirs, multiprocessing.Lock()))
    process.start()
    theirs.close()
    for _ in range(100):
        assert len(mine.recv()) == 10_000
    os.kill(process.pid, signal.SIGKILL)
    with pytest.raises((EOFError, OSError)):
        while True:
            mine.recv()
    process.join()
    assert process.exitcode == -signal.SIGKILL
`),
    );
    const quiet = { outcome: 'passed', stdout: { text: '' }, stderr: { text: '' } };
    expect(verdict).toMatchObject({ kind: 'passed', report: { tests: [quiet, quiet, quiet] } });
  });

  test('a main program without its guard is told about it', async () => {
    const tests = `
import runpy

def test_script():
    with open("script.py", "w") as file:
        file.write(
            "import multiprocessing\\n"
            "process = multiprocessing.Process(target=print)\\n"
            "process.start()\\n"
            "process.join()\\n"
        )
    assert runpy.run_path("script.py", run_name="__main__")["process"].exitcode == 1
`;
    expect(await gate.verdict(request(tests))).toMatchObject({
      kind: 'passed',
      report: { tests: [{ stderr: { text: expect.stringContaining("if __name__ == '__main__':") } }] },
    });
  });

  test('a process too many says that it waits', async () => {
    const verdict = await gate.verdict(
      request(
        `
import multiprocessing
from solution import sleep_long, nothing

def test_waits():
    first = multiprocessing.Process(target=sleep_long)
    first.start()
    second = multiprocessing.Process(target=nothing)
    second.start()
    first.terminate()
    second.join()
    first.join()
    assert second.exitcode == 0
`,
        1,
      ),
    );
    expect(verdict).toMatchObject({
      kind: 'passed',
      report: { tests: [{ stderr: { text: expect.stringContaining('1 interpreter for child processes') } }] },
    });
  });

  test('a run that declares no processes says what its author has to do', async () => {
    const verdict = await gate.verdict(request(pool, 0));
    expect(verdict).toMatchObject({
      kind: 'failed',
      report: {
        tests: [
          { failure: { type: 'ProcessesWithheld', message: expect.stringContaining('challenge.toml') } },
        ],
      },
    });
  });

  test.each([
    ['in a pool', 'multiprocessing.Pool(2).map(sleep_long_with, [1, 2])'],
    ['in join', 'process = multiprocessing.Process(target=sleep_long); process.start(); process.join()'],
    ['in get', 'multiprocessing.Queue().get()'],
  ])('Stop reaches a run that waits %s', async (_place, waiting) => {
    const source = `${solution}\n\ndef sleep_long_with(_):\n    sleep_long()\n`;
    const tests = `
import multiprocessing
from solution import sleep_long, sleep_long_with

def test_waits():
    ${waiting}
`;
    const { ending } = await gate.stopWhenStarted(sampleRequest(source, { tests, processes: 2 }));
    expect(ending).toMatchObject({ kind: 'cancelled' });
  });

  test('a deadlock ends as timed out', async () => {
    const tests = `
import multiprocessing
from solution import put_much

def test_joins_first():
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=put_much, args=(queue, 1_000_000))
    process.start()
    process.join()
`;
    const verdict = await gate.verdict(sampleRequest(solution, { tests, processes: 1, seconds: 5 }));
    expect(verdict).toMatchObject({ kind: 'timed-out' });
  });

  test('fifty runs in a row leave nothing behind, also those that are stopped', async () => {
    const seen: Record<string, number> = {};
    for (let count = 0; count < 50; count += 1) {
      const ending = await runWithChild(gate, count % 10 === 9);
      seen[ending] = (seen[ending] ?? 0) + 1;
    }
    expect(seen).toEqual({ passed: 45, cancelled: 5 });
    await gate.page.evaluate(() => window.gate.prepare([]));
    // The spare alone: one interpreter, no children.
    await expect.poll(() => gate.page.workers().length, { timeout: 60_000 }).toBe(1);
  });
});

test('without shared memory the message names what the browser lacks', async () => {
  const gate = await openGate(false);
  try {
    expect(await gate.verdict(sampleRequest(solution, { tests: pool, processes: 2 }))).toMatchObject({
      kind: 'failed',
      report: { tests: [{ failure: { message: expect.stringContaining('shared memory') } }] },
    });
  } finally {
    await gate.close();
  }
});
