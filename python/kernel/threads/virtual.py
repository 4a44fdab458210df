"""Time that does not pass by itself: while every thread waits it jumps to the next timer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from kernel import sleeping

__no_switch__ = True


class VirtualTime:
    """Starts at 0.0 seconds. Computing takes no time; waiting takes exactly what was asked for."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        return self._now

    def wait_until(self, when: float | None) -> None:
        if when is None:
            sleeping.pause(sleeping.SLICE_SECONDS)
        else:
            self._now = max(self._now, when)


class SwitchableClock:
    """One of the clocks of `time`, which a schedule can make tell its own time.

    Put in place once: code keeps clocks in variables, default values and attributes, and all of
    them have to tell the same. Like the builtin, it is no method of a class it is an attribute of.
    """

    def __init__(self, name: str) -> None:
        self.__name__ = self.__qualname__ = name
        self.__module__ = "time"
        self.real: Callable[[], Any] = getattr(time, name)
        self.__doc__ = self.real.__doc__
        self.tell = self.real

    def __call__(self) -> Any:
        return self.tell()

    def __repr__(self) -> str:
        return repr(self.real)

    def __reduce__(self) -> tuple[Any, ...] | str:
        return self.__name__

    def __copy__(self) -> SwitchableClock:
        return self

    def __deepcopy__(self, memo: object) -> SwitchableClock:
        return self


clocks = {
    name: SwitchableClock(name)
    for name in ("monotonic", "perf_counter", "time", "monotonic_ns", "perf_counter_ns", "time_ns")
}


@contextmanager
def telling(now: Callable[[], float]) -> Iterator[None]:
    """Inside the block the clocks of `time` tell `now()`; `time.time` starts where it stood."""
    epoch = clocks["time"].tell()
    told: dict[str, Callable[[], Any]] = {
        "monotonic": now,
        "perf_counter": now,
        "time": lambda: epoch + now(),
        "monotonic_ns": lambda: round(now() * 1e9),
        "perf_counter_ns": lambda: round(now() * 1e9),
        "time_ns": lambda: round((epoch + now()) * 1e9),
    }
    for name, tell in told.items():
        clocks[name].tell = tell
    try:
        yield
    finally:
        for clock in clocks.values():
            clock.tell = clock.real
