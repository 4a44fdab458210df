"""Seeded schedules: replays on virtual time."""

import asyncio
import queue
import random
import threading
import time
from time import monotonic

import pytest

from interleave import Deadlocked, explore, schedule


class Counter:
    value = 0


def think():
    """A call between reading and writing: there Python may let another thread run."""


def add():
    for _ in range(10):
        seen = Counter.value
        think()
        Counter.value = seen + 1


def run_all(*works):
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def race():
    Counter.value = 0
    run_all(add, add, add)
    return Counter.value


@pytest.mark.parametrize("seed", [0, 1, 7, 12345, 99991])
def test_one_seed_is_one_trace(seed):
    traces = set()
    for _ in range(50):
        with schedule(seed) as run:
            result = race()
        traces.add((result, tuple(run.trace)))
    assert len(traces) == 1
    [(_, trace)] = traces
    assert {name for name, _, _ in trace} >= {"MainThread", "Thread-1 (add)", "Thread-3 (add)"}
    assert any(function in ("think", "add") and line for _, function, line in trace)


def test_two_hundred_seeds_are_many_traces():
    traces = set()
    for seed in range(200):
        with schedule(seed) as run:
            race()
        traces.add(tuple(run.trace))
    assert len(traces) > 150


def test_explore_finds_a_race_and_none_behind_a_lock():
    seed = explore(race, lambda result: result == 30)
    assert seed is not None
    with schedule(seed):
        assert race() != 30

    lock = threading.Lock()

    def safe():
        Counter.value = 0

        def add_safely():
            for _ in range(10):
                with lock:
                    seen = Counter.value
                    think()
                    Counter.value = seen + 1

        run_all(add_safely, add_safely)
        return Counter.value

    assert explore(safe, lambda result: result == 20, range(50)) is None


def test_explore_finds_a_deadlock():
    def program():
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

        run_all(forwards, backwards)
        return True

    seed = explore(program, bool)
    assert seed is not None
    assert threading.active_count() == 1
    for _ in range(3):
        with pytest.raises(Deadlocked, match="waits for second, held by"), schedule(seed):
            program()


def test_a_loop_that_calls_nothing_gives_its_turn_away():
    class Flag:
        is_up = False

    def spin():
        while not Flag.is_up:
            pass

    def raise_flag():
        Flag.is_up = True

    for seed in range(50):
        Flag.is_up = False
        with schedule(seed):
            run_all(spin, raise_flag)


def test_rounds_of_two_loops_alternate_in_some_schedules():
    def program():
        log = []

        def write_a():
            nonlocal log
            for _ in range(5):
                log += ["a"]

        def write_b():
            nonlocal log
            for _ in range(5):
                log += ["b"]

        run_all(write_a, write_b)
        return "".join(log)

    results = set()
    for seed in range(100):
        with schedule(seed):
            results.add(program())
    assert len(results) > 10
    assert all(sorted(result) == ["a"] * 5 + ["b"] * 5 for result in results)


def test_a_lock_that_is_free_is_a_place_to_change_turns():
    def program():
        first, second = threading.Lock(), threading.RLock()

        def forwards():
            with first, second:
                pass

        def backwards():
            second.acquire()
            first.acquire()
            first.release()
            second.release()

        run_all(forwards, backwards)
        return True

    seed = explore(program, bool)
    assert seed is not None
    with pytest.raises(Deadlocked, match="waits for first, held by"), schedule(seed):
        program()


def test_explore_tells_the_seed_of_another_error():
    with pytest.raises(ZeroDivisionError) as caught:
        explore(lambda: 1 / 0, bool)
    assert caught.value.__notes__ == ["This happened under schedule(seed=0)."]


def test_time_is_virtual_and_exact():
    began = time.perf_counter()
    with schedule(3) as run:
        items = queue.Queue()

        def work():
            time.sleep(3600)
            items.put(monotonic())

        thread = threading.Thread(target=work)
        thread.start()
        with pytest.raises(queue.Empty):
            items.get(timeout=10)
        assert run.clock() == 10
        assert items.get() == 3600
        thread.join()
        assert not threading.Event().wait(5)
        assert run.clock() == time.perf_counter() == 3605
    assert time.perf_counter() - began < 600


def test_two_sleeps_at_once_take_as_long_as_one():
    with schedule(0) as run:
        run_all(lambda: time.sleep(1), lambda: time.sleep(1))
    assert run.clock() == 1


def test_event_loops_use_the_same_clock():
    async def main():
        await asyncio.gather(asyncio.sleep(100), asyncio.to_thread(time.sleep, 50))

    with schedule(5) as run:
        asyncio.run(main())
    assert run.clock() == 100


def test_random_numbers_are_the_seeds():
    drawn = []
    for _ in range(2):
        with schedule(4):
            drawn.append(random.random())
    assert drawn[0] == drawn[1]


def test_threads_from_outside_are_refused():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="early")
    thread.start()
    with pytest.raises(RuntimeError, match="early"), schedule(1):
        pass
    stop.set()
    thread.join()
