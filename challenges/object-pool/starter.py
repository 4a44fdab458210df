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
        self._out = []
        self._made = self._reused = self._discarded = 0

    @property
    def stats(self):
        return Stats(self._made, self._reused, self._discarded, len(self._idle), len(self._out))

    def take(self):
        """Lend a thing: an idle one, or a new one if there is room for it."""
        if self._idle:
            # TODO 5: the thing used last is still warm.
            thing = self._idle.pop(0)
            self._reused += 1
        elif len(self._idle) < self.size:
            # TODO 3: how many things are there really? And what if make() fails?
            self._made += 1
            thing = self.make()
        else:
            raise PoolEmpty(f"all {self.size} are out")
        # TODO 1: too late, and for new things too early.
        self.reset(thing)
        self._out.append(thing)
        return thing

    def give_back(self, thing):
        """Take a lent thing back."""
        # TODO 4: only what is out can come back, and only once.
        if thing in self._out:
            self._out.remove(thing)
        self._idle.append(thing)

    @contextmanager
    def lease(self):
        """Lend a thing for the length of a with block."""
        thing = self.take()
        try:
            yield thing
        finally:
            # TODO 2: who trusts a thing in whose hands something broke?
            self.give_back(thing)

    def close(self):
        """Let go of everything that is idle, and lend nothing any more."""
        # TODO 6
        ...
