"""`time.sleep` that lets other threads run."""

from __future__ import annotations

import sys
from typing import Any

from kernel import sleeping
from kernel.threads.record import Parking
from kernel.threads.scheduler import Scheduler

__no_switch__ = True

_scheduler: Scheduler


def use_scheduler(scheduler: Scheduler) -> None:
    """Sleeping threads wait in this scheduler."""
    global _scheduler
    _scheduler = scheduler


def sleep(seconds: Any, /) -> None:
    """Delay execution for a given number of seconds."""
    delay = sleeping.to_seconds(seconds)
    sys.audit("time.sleep", seconds)
    if delay == 0:
        _scheduler.hear_interrupt()
        _scheduler.yield_now()
        return
    deadline = _scheduler.clock.now() + delay
    while (left := deadline - _scheduler.clock.now()) > 0:
        _scheduler.park(Parking(_scheduler.current), left, "time.sleep")
