"""How an event loop waits: for its next timer, for sockets in memory, and for other threads."""

from __future__ import annotations

import math
import sys
from typing import Any

from kernel import deadlock
from kernel.sockets.selecting import MemorySelector
from kernel.sockets.waiting import forget, watch
from kernel.threads import Deadlocked, active_scheduler
from kernel.threads.record import Parking

__no_switch__ = True

#: Elsewhere sockets are real ones, and a loop of ours does not look at them.
_HAS_MEMORY_SOCKETS = sys.platform == "emscripten"


class LoopSelector(MemorySelector):
    """One for each loop."""

    def __init__(self, loop: Any) -> None:
        super().__init__()
        self._loop = loop
        #: Set when the loop's wait could never have ended.
        self.is_deadlocked = False

    def select(self, timeout: float | None = None) -> list[tuple[Any, int]]:
        ready = self.ready()
        if ready or (timeout is not None and timeout <= 0):
            # A busy loop gives other threads their chance by losing its turn, like any other code.
            return ready
        scheduler: Any = active_scheduler() if self._loop._has_threads else None
        is_alone = scheduler is None or not (
            len(scheduler.alive) > 1 or scheduler.outside or scheduler.is_watched
        )
        if timeout is None and is_alone:
            raise deadlock.Deadlock(deadlock.explain(self._loop))
        if scheduler is None:
            # The timer's own moment, not now + timeout: no rounding, and asyncio's cap of a day
            # on one wait does not matter.
            self._loop._clock.wait_until(self._loop._scheduled[0]._when)
            # Late on the virtual clock the smallest step between two floats outgrows the
            # resolution, and a timer due now would never be found due.
            step = 2 * math.ulp(self._loop.time())
            self._loop._clock_resolution = max(self._loop._clock.resolution, step)
        else:
            self._park(scheduler, timeout)
        return self.ready()

    def ready(self) -> list[tuple[Any, int]]:
        return super().ready() if _HAS_MEMORY_SOCKETS else []

    def _park(self, scheduler: Any, timeout: float | None) -> None:
        left = timeout
        if timeout is not None:
            left = self._loop._scheduled[0]._when - self._loop._clock.time()
            if left <= 0:
                return
        parking = Parking(scheduler.current)
        watch(parking)
        try:
            scheduler.park(parking, left, "the event loop's next task to be ready")
        except Deadlocked as error:
            self.is_deadlocked = True
            raise Deadlocked(f"{error}\n{deadlock.explain(self._loop)}") from None
        finally:
            forget(parking)
