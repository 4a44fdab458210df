import gc
from collections import Counter


def census():
    """How many objects of each type the collector watches, by full type name."""
    gc.collect()
    return Counter(full_name(type(thing)) for thing in gc.get_objects())


def full_name(kind):
    """The type's module and qualified name, with a dot between."""
    return f"{kind.__module__}.{kind.__qualname__}"


def growth(before, after, top=10):
    """The types with more objects than before: (name, how many more), most first."""
    more = [
        (name, count - before.setdefault(name, 0))
        for name, count in after.items()
        if count > before[name]
    ]
    return sorted(more, key=lambda item: (-item[1], item[0]))[:top]


class Watch:
    """Takes a census every `interval` seconds and tells the sink what grew."""

    def __init__(self, interval, clock, sink, top=10):
        self.interval = interval
        self.clock = clock
        self.sink = sink
        self.top = top
        self._last = None
        self._due = None

    def tick(self):
        """Called often; works only when a sample is due. Tell whether it was."""
        now = self.clock()
        if self._due is not None and now < self._due:
            return False
        self._due = now + self.interval
        sample = census()
        if self._last is not None:
            try:
                self.sink(growth(self._last, sample, self.top))
            except Exception:
                pass
        self._last = sample
        return True
