"""Waiting for what another process does, while the threads of this one go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from kernel.processes.output import receive_printed
from kernel.processes.port import the_port
from kernel.threads import active_scheduler
from kernel.threads.record import Parking

__no_switch__ = True

T = TypeVar("T")

#: The wait that ends as soon as anything that was armed may have changed.
_waiting: list[Parking] = []
_heard = -1


def attempt_until(
    attempt: Callable[[], T | None],
    arm: Callable[[], object],
    timeout: float | None,
    waits_for: str,
) -> T | None:
    """Repeats `attempt` until it gives something; None when `timeout` seconds have passed.

    `arm` asks to be told when it is worth another attempt.
    """
    result = attempt()
    if result is not None or (timeout is not None and timeout <= 0):
        return result
    scheduler: Any = active_scheduler()
    deadline = None if timeout is None else scheduler.clock.now() + timeout
    while True:
        arm()
        # What happened before the arming is seen now, what happens after it rings.
        result = attempt()
        if result is not None:
            return result
        left = None if deadline is None else deadline - scheduler.clock.now()
        if left is not None and left <= 0:
            return None
        _park(scheduler, left, waits_for)


def _park(scheduler: Any, left: float | None, waits_for: str) -> None:
    parking = Parking(scheduler.current)
    _waiting.append(parking)
    if _wake_waiting not in scheduler.outside:
        scheduler.outside.append(_wake_waiting)
    try:
        scheduler.park(parking, left, waits_for)
    finally:
        if parking in _waiting:
            _waiting.remove(parking)
        if not _waiting and _wake_waiting in scheduler.outside:
            scheduler.outside.remove(_wake_waiting)


def _wake_waiting() -> bool:
    """Asked by the scheduler: whoever waits looks again after a ring."""
    global _heard
    # Whoever waits for children wants to see meanwhile what they print.
    receive_printed()
    heard = the_port().heard()
    if heard == _heard:
        return False
    _heard = heard
    scheduler: Any = active_scheduler()
    woken, _waiting[:] = list(_waiting), []
    for parking in woken:
        scheduler.unpark(parking)
    return bool(woken)
