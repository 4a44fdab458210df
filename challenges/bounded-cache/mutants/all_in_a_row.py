import functools
import time
from collections import OrderedDict
from typing import NamedTuple


class Stats(NamedTuple):
    """How a cache is doing."""

    hits: int  # get() found something that is still good
    misses: int  # get() did not
    evicted: int  # entries that had to go to make room
    bytes: int  # size of everything that is still good


class Entry(NamedTuple):
    value: object
    size: int  # as it was when the value came in
    stored: float


class Cache:
    """Remembers values within a budget, for a while."""

    def __init__(self, max_bytes, ttl=None, clock=time.monotonic, sizeof=len):
        self.max_bytes = max_bytes
        self.ttl = ttl
        self.clock = clock
        self.sizeof = sizeof
        self._entries = OrderedDict()  # least recently used first
        self._bytes = 0
        self._hits = self._misses = self._evicted = 0

    def get(self, key, default=None):
        """The value remembered for key, or default."""
        self._drop_expired()
        if key not in self._entries:
            self._misses += 1
            return default
        self._hits += 1
        self._entries.move_to_end(key)
        return self._entries[key].value

    def put(self, key, value):
        """Remember value for key. Tell whether there was room for it."""
        self._drop_expired()
        size = self.sizeof(value)
        if key in self._entries:
            self._drop(key)
        if size > self.max_bytes:
            return False
        while self._bytes + size > self.max_bytes:
            self._drop(next(iter(self._entries)))
            self._evicted += 1
        self._entries[key] = Entry(value, size, self.clock())
        self._bytes += size
        return True

    def __len__(self):
        """How many entries are still good."""
        self._drop_expired()
        return len(self._entries)

    @property
    def stats(self):
        self._drop_expired()
        return Stats(self._hits, self._misses, self._evicted, self._bytes)

    def _drop(self, key):
        self._bytes -= self._entries.pop(key).size

    def _drop_expired(self):
        if self.ttl is None:
            return
        oldest = self.clock() - self.ttl
        for key in [key for key, entry in self._entries.items() if entry.stored <= oldest]:
            self._drop(key)


def cached(cache):
    """Decorator: remember in `cache` what a function returned for which arguments."""
    absent = object()

    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            key = (fn, *args, *sorted(kwargs.items()))
            value = cache.get(key, absent)
            if value is absent:
                value = fn(*args, **kwargs)
                cache.put(key, value)
            return value

        return wrapper

    return decorate
