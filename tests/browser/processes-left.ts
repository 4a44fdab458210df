/** Runs with child processes, one after the other in one page, for the tests that look at what is left of them. */
import type { GateSession } from './gate-session.ts';
import { sampleRequest } from './sample-request.ts';

/** A child that answers over a queue, and shared bytes. */
const working = `
import multiprocessing
from solution import answer

def test_child():
    queue, total = multiprocessing.Queue(), multiprocessing.Value("i", 0)
    child = multiprocessing.Process(target=answer, args=(queue, total))
    child.start()
    assert queue.get() == "x" * 100_000
    child.join()
    assert (total.value, child.exitcode) == (1, 0)
`;

/** The first test's child computes still when the second one waits for it. */
const endless = `
import multiprocessing
import pytest
from solution import spin

@pytest.fixture(scope="module")
def child():
    event = multiprocessing.Event()
    process = multiprocessing.Process(target=spin, args=(event,))
    process.start()
    event.wait()
    return process

def test_starts(child):
    assert child.is_alive()

def test_waits(child):
    child.join()
`;

const solution = `
def answer(queue, total):
    with total.get_lock():
        total.value += 1
    queue.put("x" * 100_000)

def spin(event):
    event.set()
    while True:
        pass
`;

const processes = 1;

/** How the run ended: one whose child worked, or one that was stopped while its child computed. */
export async function runWithChild(gate: GateSession, isStopped: boolean): Promise<string> {
  const request = sampleRequest(solution, { tests: isStopped ? endless : working, processes });
  const { ending } = isStopped ? await gate.stopAfterFirstTest(request) : await gate.run(request);
  if (ending.kind !== 'reported') return ending.kind;
  return ending.report.tests.map(({ outcome }) => outcome).join();
}
