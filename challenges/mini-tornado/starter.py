import functools
import heapq
import itertools
from types import GeneratorType


class Future:
    """A value that is not there yet."""

    def __init__(self):
        self.done = False
        # TODO 1

    def set_result(self, value):
        """Finish with a value, and call the callbacks."""
        # TODO 1

    def set_exception(self, error):
        """Finish with an error, and call the callbacks."""
        # TODO 1

    def result(self):
        """Return the value, or raise the error. RuntimeError if neither is there yet."""
        # TODO 1

    def add_done_callback(self, callback):
        """Have callback(self) called when the future is done; at once if it is."""
        # TODO 1


class Loop:
    """Runs functions at their time. `now` is its clock; it jumps from one timer to the next."""

    def __init__(self):
        self.now = 0
        # TODO 2

    def call_later(self, delay, function):
        """Have function() called `delay` seconds from now."""
        # TODO 2

    def sleep(self, delay):
        """Return a future that is done, with None, `delay` seconds from now."""
        # TODO 2
        return Future()

    def run(self, future):
        """Run timers until the future is done; return its value or raise its error."""
        # TODO 2


def coroutine(fn):
    """Make a generator function that yields futures return a future of its own."""

    @functools.wraps(fn)
    def start(*args, **kwargs):
        answer = Future()
        # TODO 3: call fn, and drive what it gives you
        # TODO 4: what if a list of futures is yielded?
        return answer

    return start
