from contextlib import contextmanager
from typing import NamedTuple


class PoolEmpty(Exception):
    """Everything the pool may have is out."""


class PoolClosed(Exception):
    """The pool lends nothing any more."""


class Stats(NamedTuple):
    """What a pool has done, and what it has."""

    made: int  # calls of make() that succeeded
    reused: int  # times that an idle thing was lent again
    discarded: int  # things that the pool has let go of
    idle: int  # things that wait
    out: int  # things that are lent


class Pool:
    """Lends out things that are expensive to make."""

    def __init__(self, make, reset, size):
        self.make = make
        self.reset = reset
        self.size = size
        self._idle = []
        self._out = {}  # by id: things may be equal, and need not be hashable
        self._made = self._reused = self._discarded = 0
        self._closed = False

    @property
    def stats(self):
        return Stats(self._made, self._reused, self._discarded, len(self._idle), len(self._out))

    def take(self):
        """Lend a thing: an idle one, or a new one if there is room for it."""
        if self._closed:
            raise PoolClosed("this pool is closed")
        if self._idle:
            thing = self._idle.pop()
            self._reused += 1
        elif len(self._out) < self.size:
            thing = self.make()
            self._made += 1
        else:
            raise PoolEmpty(f"all {self.size} are out")
        self._out[id(thing)] = thing
        return thing

    def give_back(self, thing):
        """Take a lent thing back."""
        self._check_in(thing)
        clean = False
        try:
            if not self._closed:
                self.reset(thing)
                clean = True
        except Exception:
            pass  # nobody knows what state it is in: let it go
        finally:
            if clean:
                self._idle.append(thing)
            else:
                self._discarded += 1

    @contextmanager
    def lease(self):
        """Lend a thing for the length of a with block."""
        thing = self.take()
        try:
            yield thing
        except Exception:
            self._check_in(thing)
            self._discarded += 1
            raise
        self.give_back(thing)

    def close(self):
        """Let go of everything that is idle, and lend nothing any more."""
        self._closed = True
        self._discarded += len(self._idle)
        self._idle.clear()

    def _check_in(self, thing):
        if self._out.get(id(thing)) is not thing:
            raise ValueError("this thing is not out: it came back already, or it is not of this pool")
        del self._out[id(thing)]
