from collections import deque
from math import inf
from typing import NamedTuple


class Event(NamedTuple):
    """One collection."""

    generation: int
    visited: int  # how many objects it looked at: the length of the pause
    freed: int


class Heap:
    """What both schemes have in common: time, the young ones, and the books."""

    def __init__(self, t0):
        self.t0 = t0
        self.now = 0
        self.pauses = []

    def alloc(self, name, lives_for=None):
        """Make an object; the Event if that set off a collection, else None."""
        # TODO 1: time, life and death, and the first threshold.
        ...

    @property
    def in_memory(self):
        """The names of all objects that were not freed yet."""
        # TODO 1
        return set()

    @property
    def peak_garbage(self):
        """The most dead objects that were in memory at the same time, until now."""
        # TODO 2
        ...


class Generational(Heap):
    """Three generations: whoever survives a collection is looked at less often."""

    def __init__(self, t0, t1, t2):
        super().__init__(t0)
        # TODO 3: who survives moves up; the counters decide how far a collection goes.


class Incremental(Heap):
    """Two ages: all of the young ones each time, and as many of the old as the budget allows."""

    def __init__(self, t0, budget):
        super().__init__(t0)
        # TODO 4: who waited longest is next.


# Run file shows what your two heaps make of the same traffic.
if __name__ == "__main__":
    from traffic import send

    for heap in (Generational(20, 5, 5), Incremental(20, 10), Incremental(20, 40)):
        send(heap)
        if heap.pauses:
            print(
                f"{type(heap).__name__}: longest pause {max(heap.pauses)}, "
                f"work {sum(heap.pauses)}, most garbage {heap.peak_garbage}"
            )
