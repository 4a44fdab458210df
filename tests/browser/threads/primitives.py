"""The primitives of `threading`, from a thread's start to its end."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest


def run_all(*works):
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_thread_has_name_and_identity():
    seen = []
    thread = threading.Thread(target=lambda: seen.append(threading.current_thread()), name="worker")
    assert not thread.is_alive()
    thread.start()
    thread.join()
    assert seen == [thread]
    assert thread.name == "worker"
    assert thread.ident != threading.get_ident()
    assert not thread.is_alive()


def test_race_loses_updates_and_a_lock_does_not():
    class Counter:
        value = 0

    def think():
        pass

    def racy():
        for _ in range(20_000):
            seen = Counter.value
            think()
            Counter.value = seen + 1

    lock = threading.Lock()

    def safe():
        for _ in range(2_000):
            with lock:
                seen = Counter.value
                think()
                Counter.value = seen + 1

    sys.setswitchinterval(1e-6)
    for _ in range(50):
        Counter.value = 0
        run_all(racy, racy)
        if Counter.value != 40_000:
            break
    assert 2 <= Counter.value < 40_000
    Counter.value = 0
    run_all(safe, safe)
    assert Counter.value == 4_000


def test_three_busy_threads_share_the_time():
    rounds = [0, 0, 0]
    stop = threading.Event()

    def spin(index):
        while not stop.is_set():
            rounds[index] += 1

    threads = [threading.Thread(target=spin, args=(index,)) for index in range(3)]
    for thread in threads:
        thread.start()
    while min(rounds) < 1_000:
        time.sleep(0.001)
    stop.set()
    for thread in threads:
        thread.join()


def test_rlock_belongs_to_its_thread():
    lock = threading.RLock()
    errors = []

    def release():
        try:
            lock.release()
        except RuntimeError as error:
            errors.append(str(error))

    with lock, lock:
        run_all(release)
    assert errors == ["cannot release un-acquired lock"]
    assert not lock.locked()


def test_lock_times_out():
    lock = threading.Lock()
    lock.acquire()
    assert lock.acquire(timeout=0.01) is False
    assert lock.acquire(blocking=False) is False
    lock.release()
    with pytest.raises(RuntimeError):
        lock.release()


def test_condition_wakes_each_waiter():
    condition = threading.Condition()
    ready, seen = [], []

    def wait():
        with condition:
            ready.append(1)
            condition.wait()
            seen.append(threading.get_ident())

    threads = [threading.Thread(target=wait) for _ in range(3)]
    for thread in threads:
        thread.start()
    while len(ready) < 3:
        time.sleep(0)
    with condition:
        condition.notify(1)
    while not seen:
        time.sleep(0)
    assert len(seen) == 1
    with condition:
        condition.notify_all()
    for thread in threads:
        thread.join()
    assert sorted(seen) == sorted(thread.ident for thread in threads)


def test_semaphore_lets_two_in():
    inside, most = 0, 0
    semaphore = threading.BoundedSemaphore(2)

    def work():
        nonlocal inside, most
        with semaphore:
            inside += 1
            most = max(most, inside)
            time.sleep(0.002)
            inside -= 1

    run_all(*[work] * 6)
    assert most == 2
    with pytest.raises(ValueError):
        semaphore.release()


def test_barrier_timer_and_event():
    passed = []
    barrier = threading.Barrier(3, action=lambda: passed.append("together"))
    run_all(barrier.wait, barrier.wait, barrier.wait)
    assert passed == ["together"]

    event = threading.Event()
    assert event.wait(0.001) is False
    timer = threading.Timer(0.005, event.set)
    timer.start()
    assert event.wait(60) is True
    timer.join()


def test_local_is_each_threads_own():
    local = threading.local()
    local.value = "main"
    seen = {}

    def work(index):
        assert not hasattr(local, "value")
        local.value = index
        time.sleep(0.002)
        seen[index] = local.value

    run_all(*(lambda index=index: work(index) for index in range(3)))
    assert seen == {0: 0, 1: 1, 2: 2}
    assert local.value == "main"


def test_excepthook_hears_of_an_error(monkeypatch):
    heard = []
    monkeypatch.setattr(threading, "excepthook", heard.append)
    run_all(lambda: 1 / 0)
    assert [args.exc_type for args in heard] == [ZeroDivisionError]


def test_recursion_ends_as_an_error_in_a_thread():
    seen = []

    def deep(level):
        return 0 if level == 0 else 1 + deep(level - 1)

    def work():
        seen.append(deep(800))
        with pytest.raises(RecursionError):
            deep(-1)
        seen.append("caught")

    run_all(work)
    assert seen == [800, "caught"]


def test_trace_functions_are_each_threads_own():
    called = []

    def trace(frame, event, arg):
        called.append(frame.f_code.co_name)

    def traced():
        pass

    threading.settrace(trace)
    run_all(traced)
    threading.settrace(None)
    before = len(called)
    run_all(traced)
    assert "traced" in called
    assert len(called) == before
    assert sys.gettrace() is None


def test_pool_overlaps():
    inside, most = 0, 0

    def work(value):
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.01)
        inside -= 1
        return value * value

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(8))) == [value * value for value in range(8)]
        future = pool.submit(time.sleep, 0)
        assert future.result() is None
        assert isinstance(pool.submit(lambda: 1 / 0).exception(), ZeroDivisionError)
    assert most == 4


def test_two_hundred_threads_sleep_at_once():
    began = time.monotonic()
    run_all(*[lambda: time.sleep(0.2)] * 200)
    assert time.monotonic() - began < 200 * 0.2 / 4


def test_frames_of_all_threads():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    time.sleep(0)
    frames = sys._current_frames()
    assert set(frames) == {threading.get_ident(), thread.ident}
    assert frames[threading.get_ident()].f_code.co_name == "test_frames_of_all_threads"
    stop.set()
    thread.join()
