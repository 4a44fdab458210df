"""Takes the turn away from a thread that does not give it up."""

from __future__ import annotations

import signal
from types import CodeType, FrameType

from kernel.threads.scheduler import Scheduler

__no_switch__ = True

#: The worker's number for "it is another thread's turn"; no system signal has it.
SWITCH_SIGNAL = 40

#: Functions of other modules that must not be left in the middle.
_whole: set[CodeType] = set()


def never_inside(code: CodeType) -> None:
    """No thread loses its turn inside this function, or in what it calls."""
    _whole.add(code)


def preempt(scheduler: Scheduler) -> None:
    """From now on threads lose their turn when it has lasted long enough."""

    def on_switch_signal(signum: int, frame: FrameType | None) -> None:
        if not scheduler.is_running:
            return
        if is_whole(frame):
            scheduler.stacks.defer_switch()
            return
        scheduler.hear_interrupt()
        scheduler.yield_now()

    signal.signal(SWITCH_SIGNAL, on_switch_signal)


def is_whole(frame: FrameType | None) -> bool:
    """Whether the code that runs must not be left in the middle."""
    while frame is not None:
        if frame.f_code in _whole or "__no_switch__" in frame.f_globals:
            return True
        frame = frame.f_back
    return False
