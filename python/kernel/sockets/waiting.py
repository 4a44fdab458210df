"""Waiting for something to happen to a socket."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from kernel.deadlock import Deadlock
from kernel.threads import active_scheduler
from kernel.threads.record import Parking

__no_switch__ = True

_monotonic = time.monotonic
#: Those who wait for any change of any socket.
_parked: set[Parking] = set()


def notify() -> None:
    """Something changed: all who wait look again."""
    if _parked:
        scheduler: Any = active_scheduler()
        for parking in list(_parked):
            scheduler.unpark(parking)


def wait_for(ready: Callable[[], bool], timeout: float | None, waits_for: str) -> bool:
    """Blocks the calling thread until `ready()`, or `timeout` seconds; False when time ran out.

    Raises Deadlock where there is no other thread that could make it ready.
    """
    deadline = None if timeout is None else _monotonic() + timeout
    while not ready():
        left = None if deadline is None else deadline - _monotonic()
        if left is not None and left <= 0:
            return False
        scheduler: Any = active_scheduler()
        if scheduler is not None:
            _park(scheduler, left, waits_for)
        elif left is None:
            raise Deadlock(
                f"Deadlock: the program waits for {waits_for}, and there is no other thread "
                "that could bring it about."
            )
        else:
            time.sleep(left)
    return True


def watch(parking: Parking) -> None:
    """The parking is woken by the next change."""
    _parked.add(parking)


def forget(parking: Parking) -> None:
    _parked.discard(parking)


def _park(scheduler: Any, left: float | None, waits_for: str) -> None:
    parking = Parking(scheduler.current)
    _parked.add(parking)
    try:
        scheduler.park(parking, left, waits_for)
    finally:
        _parked.discard(parking)
