"""`signal.alarm` and `setitimer`: a timer of the scheduler that calls the handler of SIGALRM."""

from __future__ import annotations

import math
import signal
from typing import Any, NoReturn

from kernel.threads.builtin import BuiltinLike
from kernel.threads.record import GreenThread, Parking
from kernel.threads.scheduler import Scheduler

__no_switch__ = True

_ITIMER_REAL, _ITIMER_VIRTUAL, _ITIMER_PROF = 0, 1, 2

_scheduler: Scheduler
_alarm: Alarm | None = None


class AlarmClock(RuntimeError):
    """The alarm went off, and nothing handles it. Natively it ends the process."""


class Alarm:
    """Goes off once, or again and again."""

    def __init__(self, interval: float) -> None:
        self.interval = interval
        self.when = 0.0
        self.is_over = False

    def arm(self, seconds: float) -> None:
        self.when = _scheduler.clock.now() + seconds
        _scheduler.set_timer(self, seconds)

    def expire(self) -> GreenThread | None:
        self.is_over = True
        if self.interval:
            again = Alarm(self.interval)
            again.arm(self.interval)
            _set(again)
        else:
            _set(None)
        handler = signal.getsignal(signal.SIGALRM)
        if callable(handler):
            _scheduler.interrupt(signal.SIGALRM)
        elif handler == signal.SIG_DFL:
            words = "Alarm clock: SIGALRM came, and the program has no handler for it"
            _scheduler.throw(_scheduler.main, AlarmClock(words))
        return None


def setitimer(which: int, seconds: float, interval: float = 0.0, /) -> tuple[float, float]:
    """Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).

    Here there is ITIMER_REAL alone. The timer will fire after value seconds and after that every
    interval seconds; zero seconds clear it. Returns old values as a tuple: (delay, interval).
    """
    before = getitimer(which)
    for value in (seconds, interval):
        if not math.isfinite(value) or value < 0:
            raise ItimerError(22, "Invalid argument")
    if _alarm is not None:
        _alarm.is_over = True
    _set(None)
    if seconds:
        alarm = Alarm(float(interval))
        alarm.arm(float(seconds))
        _set(alarm)
    return before


def getitimer(which: int, /) -> tuple[float, float]:
    """Returns current value of given itimer."""
    if which in (_ITIMER_VIRTUAL, _ITIMER_PROF):
        raise ItimerError(22, "There is no timer of processor time here, only ITIMER_REAL")
    if which != _ITIMER_REAL:
        raise ItimerError(22, "Invalid argument")
    if _alarm is None:
        return 0.0, 0.0
    return max(0.0, _alarm.when - _scheduler.clock.now()), _alarm.interval


def alarm(seconds: int, /) -> int:
    """Arrange for SIGALRM to arrive after the given number of seconds."""
    left, _ = setitimer(_ITIMER_REAL, seconds.__index__())
    return math.ceil(left)


def pause() -> None:
    """Wait until a signal arrives."""
    _scheduler.park(Parking(_scheduler.current), None, "a signal")


def disarm() -> None:
    """No alarm goes off any more."""
    if _alarm is not None:
        setitimer(_ITIMER_REAL, 0)


def _set(alarm: Alarm | None) -> None:
    global _alarm
    _alarm = alarm
    _scheduler.watch(alarm is not None)


class ItimerError(OSError):
    """What `signal.ItimerError` is."""


ItimerError.__module__ = "signal"


def install(scheduler: Scheduler) -> None:
    """Adds these to `signal`, where the interpreter has none of its own."""
    global _scheduler
    _scheduler = scheduler
    module: Any = signal
    for function in (setitimer, getitimer, alarm, pause):
        setattr(module, function.__name__, BuiltinLike(function, module))
    module.ItimerError = ItimerError
    module.ITIMER_REAL, module.ITIMER_VIRTUAL, module.ITIMER_PROF = 0, 1, 2


def withhold(reason: str) -> None:
    """Called where there are no threads: whoever sets an alarm is told why there is none."""

    def refuse(*args: Any) -> NoReturn:
        raise RuntimeError(f"No alarm can be set: {reason}")

    module: Any = signal
    module.setitimer = module.alarm = refuse
