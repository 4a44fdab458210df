"""A deadlock is a message, not a hang."""

import queue
import threading

import pytest

from interleave import Deadlocked


def test_two_locks():
    first, second = threading.Lock(), threading.Lock()
    both_hold_one = threading.Barrier(2)

    def forwards():
        with first:
            both_hold_one.wait()
            with second:
                pass

    def backwards():
        with second:
            both_hold_one.wait()
            with first:
                pass

    threads = [
        threading.Thread(target=forwards, name="forth", daemon=True),
        threading.Thread(target=backwards, name="back", daemon=True),
    ]
    for thread in threads:
        thread.start()
    with pytest.raises(Deadlocked) as caught:
        for thread in threads:
            thread.join()
    lines = str(caught.value).splitlines()
    assert lines[1].startswith("  MainThread waits for the end of forth (Thread.join) at ")
    assert lines[2].startswith("  forth waits for second, held by back at tests/test_sample.py:")
    assert lines[3].startswith("  back waits for first, held by forth at tests/test_sample.py:")


def test_one_lock_twice():
    lock = threading.Lock()
    lock.acquire()
    with pytest.raises(Deadlocked, match="MainThread waits for lock, held by MainThread"):
        lock.acquire()


def test_queue_that_nobody_fills():
    items = queue.Queue()
    with pytest.raises(Deadlocked, match=r"MainThread waits for Queue.get\(\) of items"):
        items.get()


def test_a_timer_that_will_come_is_no_deadlock():
    event = threading.Event()
    timer = threading.Timer(0.01, event.set)
    timer.start()
    assert event.wait()
    timer.join()
