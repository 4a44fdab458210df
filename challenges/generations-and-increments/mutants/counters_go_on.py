from collections import deque
from math import inf
from typing import NamedTuple


class Event(NamedTuple):
    """One collection."""

    generation: int
    visited: int  # how many objects it looked at: the length of the pause
    freed: int


class Ring(NamedTuple):
    """An object that only a collection can free."""

    name: str
    dies: float  # from this moment on nobody needs it


class Heap:
    """What both schemes have in common: time, the young ones, and the books."""

    def __init__(self, t0):
        self.t0 = t0
        self.now = 0
        self.pauses = []
        self.young = []
        self._since = 0
        self._peak = 0

    def alloc(self, name, lives_for=None):
        """Make an object; the Event if that set off a collection, else None."""
        self.now += 1
        self.young.append(Ring(name, inf if lives_for is None else self.now + lives_for))
        self._since += 1
        if not self.t0 or self._since < self.t0:
            return None
        self._since = 0
        self._peak = self.peak_garbage
        event = self._collect()
        self.pauses.append(event.visited)
        return event

    @property
    def in_memory(self):
        """The names of all objects that were not freed yet."""
        return {ring.name for ring in self._everything()}

    @property
    def peak_garbage(self):
        """The most dead objects that were in memory at the same time, until now."""
        return max(self._peak, sum(ring.dies <= self.now for ring in self._everything()))

    def _living(self, rings):
        return [ring for ring in rings if ring.dies > self.now]


class Generational(Heap):
    """Three generations: whoever survives a collection is looked at less often."""

    def __init__(self, t0, t1, t2):
        super().__init__(t0)
        self.thresholds = t1, t2
        self.older = [], []
        self.counts = [0, 0]  # collections of the generation below since the last of this one

    def _everything(self):
        return [*self.young, *self.older[0], *self.older[1]]

    def _collect(self):
        generation = 0
        for older in (1, 2):
            if self.counts[older - 1] >= self.thresholds[older - 1]:
                generation = older
        together = [*self.young, *(ring for old in self.older[:generation] for ring in old)]
        for old in (self.young, *self.older[:generation]):
            old.clear()
        survivors = self._living(together)
        self.older[min(generation, 1)].extend(survivors)
        if generation < 2:
            self.counts[generation] += 1
        return Event(generation, len(together), len(together) - len(survivors))


class Incremental(Heap):
    """Two ages: all of the young ones each time, and as many of the old as the budget allows."""

    def __init__(self, t0, budget):
        super().__init__(t0)
        self.budget = budget
        self.old = deque()  # whoever was looked at least recently is first

    def _everything(self):
        return [*self.young, *self.old]

    def _collect(self):
        increment = [self.old.popleft() for _ in range(min(self.budget, len(self.old)))]
        together = increment + self.young
        self.young = []
        survivors = self._living(together)
        self.old.extend(survivors)
        return Event(1, len(together), len(together) - len(survivors))


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
