"""Seeded schedules: every switch is decided by a generator, so that a run is a replay."""

from __future__ import annotations

import gc
import itertools
import random
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import CodeType
from typing import Any

from kernel.threads.deadlock import is_library, name_of, own_frame
from kernel.threads.leftover import end_threads
from kernel.threads.preemption import is_whole
from kernel.threads.record import GreenThread
from kernel.threads.scheduler import Order, Scheduler
from kernel.threads.virtual import VirtualTime, telling

__no_switch__ = True

Step = tuple[str, str, int]

_monitoring: Any = getattr(sys, "monitoring", None)
_TOOL_IDS = (4, 3)
#: Most turns are short: a bug hides between two neighbouring steps.
_TURNS = ((0.6, 1, 3), (0.9, 4, 12), (1.0, 13, 40))


class Seeded:
    """Decides with a generator of its own when a turn ends and whose turn is next."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def choose(self, ready: deque[GreenThread]) -> GreenThread:
        index = self._random.randrange(len(ready))
        chosen = ready[index]
        del ready[index]
        return chosen

    def turn_length(self) -> int:
        """After how many chances to switch the turn ends."""
        draw = self._random.random()
        for share, shortest, longest in _TURNS:
            if draw < share:
                return self._random.randint(shortest, longest)
        raise AssertionError("unreachable")


class Turns:
    """Gives the turn away where CPython could: at the start of the program's functions, at the end
    of a loop's round, after a call of something in C. Never inside the library."""

    def __init__(self, scheduler: Scheduler, order: Seeded) -> None:
        self._scheduler = scheduler
        self._order = order
        self._left = order.turn_length()
        self._own: dict[CodeType, bool] = {}
        self.trace: list[Step] = []

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Inside the block the program's chances to switch are counted."""
        tool = next((tool for tool in _TOOL_IDS if _monitoring.get_tool(tool) is None), None)
        if tool is None:
            raise RuntimeError("Another tool uses sys.monitoring: no seeded schedule is possible.")
        events = _monitoring.events
        callbacks = {
            events.PY_START: self._chance,
            events.PY_RESUME: self._chance,
            events.JUMP: self._jump,
            events.CALL: self._call,
            events.C_RETURN: self._chance,
        }
        _monitoring.use_tool_id(tool, "interleave")
        for event, callback in callbacks.items():
            _monitoring.register_callback(tool, event, callback)
        # What another schedule switched off for a place in the program is on again.
        _monitoring.restart_events()
        _monitoring.set_events(tool, events.PY_START | events.PY_RESUME | events.JUMP | events.CALL)
        try:
            yield
        finally:
            _monitoring.set_events(tool, 0)
            for event in callbacks:
                _monitoring.register_callback(tool, event, None)
            _monitoring.free_tool_id(tool)

    def note(self, current: GreenThread, follower: GreenThread) -> None:
        """One entry of the trace for each switch: who stopped, and where; no place for an end."""
        frame = own_frame(current.frame)
        if frame is None:
            self.trace.append((name_of(current), "", 0))
        else:
            self.trace.append((name_of(current), frame.f_code.co_name, frame.f_lineno))

    def _is_own(self, code: CodeType) -> bool:
        known = self._own.get(code)
        if known is None:
            path = code.co_filename
            known = self._own[code] = not is_library(path) and "/lib/packs/" not in path
        return known

    def _chance(self, code: CodeType, *place: Any) -> Any:
        if not self._is_own(code):
            return _monitoring.DISABLE if len(place) == 1 else None
        self._left -= 1
        if self._left <= 0 and self._scheduler.is_running:
            self._left = self._order.turn_length()
            if not is_whole(sys._getframe(1)):
                self._scheduler.yield_now()
        return None

    def _jump(self, code: CodeType, offset: int, destination: int) -> Any:
        if destination > offset:
            return _monitoring.DISABLE
        return self._chance(code, offset)

    def _call(self, code: CodeType, *place: Any) -> Any:
        # Only asked for because C_RETURN comes with it.
        return None if self._is_own(code) else _monitoring.DISABLE


@contextmanager
def replay(scheduler: Scheduler, seed: int) -> Iterator[tuple[Turns, VirtualTime]]:
    """Inside the block threads run as the seed says, on virtual time."""
    if len(scheduler.alive) > 1:
        names = ", ".join(name_of(thread) for thread in scheduler.alive.values())
        raise RuntimeError(f"Other threads are running already ({names}): start them inside.")
    order = Seeded(seed)
    clock = VirtualTime()
    turns = Turns(scheduler, order)
    with ExitStack() as stack:
        stack.callback(random.setstate, random.getstate())
        random.seed(seed)
        if gc.isenabled():
            gc.disable()
            stack.callback(gc.enable)
        stack.callback(setattr, threading, "_counter", threading._counter)  # type: ignore[attr-defined]
        # Threads without a name of their own are Thread-1, Thread-2, … in every replay.
        threading._counter = itertools.count(1).__next__  # type: ignore[attr-defined]
        stack.enter_context(_ordered(scheduler, order, clock, turns))
        stack.enter_context(telling(clock.now))
        stack.enter_context(turns.counted())
        try:
            yield turns, clock
        except BaseException:
            end_threads(scheduler)
            raise


@contextmanager
def _ordered(
    scheduler: Scheduler, order: Order, clock: VirtualTime, turns: Turns
) -> Iterator[None]:
    before = scheduler.order, scheduler.clock, scheduler.on_switch
    scheduler.order, scheduler.on_switch = order, turns.note
    scheduler.use_clock(clock, is_timed=False)
    try:
        yield
    finally:
        scheduler.order, real_clock, scheduler.on_switch = before
        scheduler.use_clock(real_clock, is_timed=True)
