"""Prints a digest of all traces, for another interpreter to agree with."""

import hashlib
import threading

from interleave import schedule


class Counter:
    value = 0


def think():
    """A call between reading and writing: there Python may let another thread run."""


def add():
    for _ in range(10):
        seen = Counter.value
        think()
        Counter.value = seen + 1


def race():
    Counter.value = 0
    threads = [threading.Thread(target=add) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter.value


def test_the_same_seed_gives_the_same_trace():
    digest = hashlib.sha256()
    different, totals = set(), set()
    for seed in range(200):
        seen = set()
        for _ in range(50):
            with schedule(seed) as run:
                total = race()
            seen.add((total, tuple(run.trace)))
        assert len(seen) == 1, seed
        different |= seen
        totals.add(total)
        digest.update(repr(seen).encode())
    assert len(different) > 150
    assert min(totals) < 30
    print(f"200 seeds, {len(different)} traces, totals {sorted(totals)}, {digest.hexdigest()}")
