"""The two clocks an event loop can run on: real time that passes, virtual time that jumps."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal, Protocol

from kernel import sleeping
from kernel.threads import active_scheduler

ClockKind = Literal["real", "virtual"]

_monotonic = time.monotonic


class Clock(Protocol):
    """What a loop asks of its clock. All times are seconds."""

    #: Timers that are due within this many seconds count as due now.
    resolution: float

    def time(self) -> float:
        """The clock's present, in seconds from an arbitrary start."""
        ...

    #: False when waiting takes no time: nothing else can happen meanwhile.
    is_real: bool

    def wait_until(self, when: float) -> None:
        """Returns at `when` at the latest; the real clock may return earlier."""
        ...


class RealClock:
    """Real time. Waits in slices, so that a signal gets in between."""

    resolution = time.get_clock_info("monotonic").resolution
    is_real = True

    def time(self) -> float:
        # Inside a seeded schedule time is virtual, for threads and loops alike.
        scheduler = active_scheduler()
        return _monotonic() if scheduler is None else scheduler.clock.now()

    def wait_until(self, when: float) -> None:
        sleeping.wait_slice(when - _monotonic())


class VirtualClock:
    """Starts at 0.0 and jumps to the next timer: a sleep of an hour takes no time and is exact."""

    resolution = 1e-9
    is_real = False

    def __init__(self) -> None:
        self._now = 0.0

    def time(self) -> float:
        return self._now

    def wait_until(self, when: float) -> None:
        self._now = max(self._now, when)


_makers: dict[ClockKind, Callable[[], Clock]] = {"real": RealClock, "virtual": VirtualClock}


def create_clock(kind: ClockKind) -> Clock:
    """A fresh clock; every loop has its own."""
    return _makers[kind]()
