"""Signals between processes: delivered where Python code handles them, in the main thread."""

from __future__ import annotations

import signal
from typing import Any

from kernel.processes.port import the_port
from kernel.threads import active_scheduler

__no_switch__ = True

_COUNT = 32

_plain_signal: Any = signal.signal


def tell_handled() -> None:
    """Other processes find out which signals do not simply end this one."""
    handled = 0
    for number in range(1, _COUNT):
        try:
            handler = signal.getsignal(number)
        except ValueError:
            continue
        if handler not in (signal.SIG_DFL, None):
            handled |= 1 << number
    the_port().handleSignals(handled)


def set_handler(signalnum: Any, handler: Any, /) -> Any:
    """Set the action for the given signal."""
    before = _plain_signal(signalnum, handler)
    tell_handled()
    return before


def take_signals() -> list[int]:
    """The signals that have come; an interrupt of the page is SIGINT."""
    signals = the_port().takeSignals()
    return [number for number in range(1, _COUNT) if signals >> number & 1] or [signal.SIGINT]


def install() -> None:
    """Watches over `signal.signal`."""
    set_handler.__module__ = "signal"
    set_handler.__name__ = set_handler.__qualname__ = "signal"
    signal.signal = set_handler
    scheduler: Any = active_scheduler()
    scheduler.take_signals = take_signals
