import gc
from collections import Counter


def census():
    """How many objects of each type the collector watches, by full type name."""
    # TODO 1
    return Counter()


def growth(before, after, top=10):
    """The types with more objects than before: (name, how many more), most first."""
    # TODO 2
    ...


class Watch:
    """Takes a census every `interval` seconds and tells the sink what grew."""

    def __init__(self, interval, clock, sink, top=10):
        self.interval = interval
        self.clock = clock
        self.sink = sink
        self.top = top

    def tick(self):
        """Called often; works only when a sample is due. Tell whether it was."""
        # TODO 3: when is a sample due, and what does the sink get?
        # TODO 4: a sink that fails must not take the program down.
        ...
