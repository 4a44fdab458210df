"""Queues between threads."""

import queue
import threading

import pytest


def test_bounded_queue_keeps_the_order():
    items, taken = queue.Queue(maxsize=2), []

    def produce():
        for number in range(2_000):
            items.put(number)
        items.put(None)

    def consume():
        while (item := items.get()) is not None:
            taken.append(item)

    threads = [threading.Thread(target=work) for work in (produce, consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert taken == list(range(2_000))


@pytest.mark.parametrize("kind", [queue.Queue, queue.LifoQueue, queue.PriorityQueue])
def test_timeouts(kind):
    items = kind(1)
    with pytest.raises(queue.Empty):
        items.get(timeout=0.005)
    items.put(1)
    with pytest.raises(queue.Full):
        items.put(2, timeout=0.005)


def test_join_waits_for_every_task():
    items, done = queue.Queue(), []

    def work():
        while True:
            done.append(items.get())
            items.task_done()

    for _ in range(3):
        threading.Thread(target=work, daemon=True).start()
    for number in range(50):
        items.put(number)
    items.join()
    assert sorted(done) == list(range(50))


def test_shutdown_wakes_a_waiter():
    items, seen = queue.Queue(), []

    def work():
        try:
            items.get()
        except queue.ShutDown:
            seen.append("shut down")

    thread = threading.Thread(target=work)
    thread.start()
    items.shutdown()
    thread.join()
    assert seen == ["shut down"]


def test_simple_queue():
    items = queue.SimpleQueue()
    thread = threading.Thread(target=items.put, args=(1,))
    thread.start()
    assert items.get(timeout=60) == 1
    thread.join()
