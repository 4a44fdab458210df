import functools
import time
from typing import NamedTuple


class Stats(NamedTuple):
    """How a cache is doing."""

    hits: int  # get() found something that is still good
    misses: int  # get() did not
    evicted: int  # entries that had to go to make room
    bytes: int  # size of everything that is still good


class Cache:
    """Remembers values within a budget, for a while."""

    def __init__(self, max_bytes, ttl=None, clock=time.monotonic, sizeof=len):
        self.max_bytes = max_bytes
        self.ttl = ttl
        self.clock = clock
        self.sizeof = sizeof

    def get(self, key, default=None):
        """The value remembered for key, or default."""
        # TODO 1: who was asked for lately stays longest.
        # TODO 3: what is out of date is not there.
        ...

    def put(self, key, value):
        """Remember value for key. Tell whether there was room for it."""
        # TODO 2: make room, but not more than is needed.
        ...

    def __len__(self):
        """How many entries are still good."""
        # TODO 3
        return 0

    @property
    def stats(self):
        # TODO 4
        ...


def cached(cache):
    """Decorator: remember in `cache` what a function returned for which arguments."""

    def decorate(fn):
        # TODO 5
        return fn

    return decorate
