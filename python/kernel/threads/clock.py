"""Real time for threads: timeouts pass, and while nothing can run the processor sleeps."""

from __future__ import annotations

import time

from kernel import sleeping

__no_switch__ = True

_monotonic = time.monotonic


class RealTime:
    """Waits in slices, between which the scheduler looks for interrupts."""

    def now(self) -> float:
        return _monotonic()

    def wait_until(self, when: float | None) -> None:
        left = sleeping.SLICE_SECONDS if when is None else when - _monotonic()
        sleeping.pause(left)
