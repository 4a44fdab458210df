"""Ends threads that nobody has ended."""

from __future__ import annotations

import threading
from typing import Any

from kernel.threads.deadlock import name_of
from kernel.threads.record import GreenThread
from kernel.threads.scheduler import Scheduler

__no_switch__ = True

#: A thread that catches what ends it is asked this often, and then never runs again.
_ATTEMPTS = 20


def end_leftover_threads(scheduler: Scheduler, spared: frozenset[GreenThread]) -> list[str]:
    """Ends every thread but the spared, after a chance to end by itself.

    Returns the names of those that are not daemons: a program would have waited for them.
    """
    for _ in range(_ATTEMPTS):
        if not _others(scheduler, spared):
            return []
        scheduler.yield_now()
    names = [name_of(thread) for thread in _others(scheduler, spared) if not thread.is_daemon]
    end_threads(scheduler, spared)
    return names


def end_threads(scheduler: Scheduler, spared: frozenset[GreenThread] = frozenset()) -> None:
    """Ends every thread but the current one, the main one and the spared."""
    for _ in range(_ATTEMPTS):
        for thread in _others(scheduler, spared):
            # The one exception that neither a thread nor threading.excepthook makes noise about.
            scheduler.throw(thread, SystemExit())
        scheduler.yield_now()
    known: Any = threading._active  # type: ignore[attr-defined]
    for thread in _others(scheduler, spared):
        scheduler.abandon(thread)
        known.pop(thread.ident, None)


def _others(scheduler: Scheduler, spared: frozenset[GreenThread]) -> list[GreenThread]:
    kept = {scheduler.main, scheduler.current, *spared}
    return [thread for thread in scheduler.alive.values() if thread not in kept]
