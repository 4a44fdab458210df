"""Schedules that repeat: every change of turns is decided by a plan, on virtual time."""

from __future__ import annotations

import gc
import itertools
import random
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import CodeType, FrameType
from typing import Any, Protocol

from kernel.threads.deadlock import is_library, name_of, own_frame
from kernel.threads.leftover import end_threads
from kernel.threads.locks import LOCK_CALLS
from kernel.threads.preemption import is_whole
from kernel.threads.record import GreenThread
from kernel.threads.scheduler import Scheduler
from kernel.threads.virtual import VirtualTime, telling

__no_switch__ = True

_monitoring: Any = getattr(sys, "monitoring", None)
_TOOL_IDS = (4, 3)


class Plan(Protocol):
    """Decides when a turn ends and whose turn is next."""

    #: What `random` is seeded with inside the schedule.
    random_seed: int

    def is_turn_over(self, ready_count: int) -> bool:
        """Asked at every chance to switch; `ready_count` other threads could go on."""
        ...

    def keep_turn(self) -> None:
        """The turn that is over cannot end here: it goes on."""
        ...

    def choose(self, ready: deque[GreenThread]) -> GreenThread:
        """Takes the next one out of `ready`, which is not empty."""
        ...


class Switch:
    """One change of turns. `path` and `line` are where `thread` stopped; empty and 0 at its end."""

    # No named tuple: those are made by code of no file, which would count as the program's own.

    __slots__ = ("follower", "function", "line", "path", "thread")

    def __init__(self, thread: str, function: str, line: int, path: str, follower: str) -> None:
        self.thread = thread
        self.function = function
        self.line = line
        self.path = path
        self.follower = follower


class Turns:
    """Gives the turn away where CPython could: at the start of the program's functions, at the end
    of a loop's round, after a call of something in C, locks among it. Never inside the library."""

    def __init__(self, scheduler: Scheduler, plan: Plan) -> None:
        self.plan = plan
        self.switches: list[Switch] = []
        self._scheduler = scheduler
        self._own: dict[CodeType, bool] = {}

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Inside the block the program's chances to switch are counted."""
        tool = next((tool for tool in _TOOL_IDS if _monitoring.get_tool(tool) is None), None)
        if tool is None:
            raise RuntimeError("Another tool uses sys.monitoring: no schedule can be repeated.")
        events = _monitoring.events
        callbacks = {
            events.PY_START: self._chance,
            events.PY_RESUME: self._chance,
            events.JUMP: self._jump,
            events.CALL: self._call,
            events.C_RETURN: self._chance,
            events.PY_RETURN: self._return_from_lock,
        }
        _monitoring.use_tool_id(tool, "interleave")
        for event, callback in callbacks.items():
            _monitoring.register_callback(tool, event, callback)
        # What another schedule switched off for a place in the program is on again.
        _monitoring.restart_events()
        _monitoring.set_events(tool, events.PY_START | events.PY_RESUME | events.JUMP | events.CALL)
        for code in LOCK_CALLS:
            _monitoring.set_local_events(tool, code, events.PY_RETURN)
        try:
            yield
        finally:
            for code in LOCK_CALLS:
                _monitoring.set_local_events(tool, code, 0)
            _monitoring.set_events(tool, 0)
            for event in callbacks:
                _monitoring.register_callback(tool, event, None)
            _monitoring.free_tool_id(tool)

    def note(self, current: GreenThread, follower: GreenThread) -> None:
        """One entry for each switch: who stopped, and where; no place for an end."""
        frame = own_frame(current.frame)
        name, after = name_of(current), name_of(follower)
        if frame is None:
            self.switches.append(Switch(name, "", 0, "", after))
        else:
            code = frame.f_code
            place = code.co_name, frame.f_lineno, code.co_filename
            self.switches.append(Switch(name, *place, after))

    def _is_own(self, code: CodeType) -> bool:
        known = self._own.get(code)
        if known is None:
            path = code.co_filename
            known = self._own[code] = not is_library(path) and "/lib/packs/" not in path
        return known

    def _chance(self, code: CodeType, *place: Any) -> Any:
        if not self._is_own(code):
            return _monitoring.DISABLE if len(place) == 1 else None
        self._offer(sys._getframe(1))
        return None

    def _jump(self, code: CodeType, offset: int, destination: int) -> Any:
        if destination > offset or not self._is_own(code):
            return _monitoring.DISABLE
        self._offer(sys._getframe(1))
        return None

    def _return_from_lock(self, code: CodeType, offset: int, value: object) -> None:
        # Our locks are Python where CPython's are C, after which the turn may change.
        caller = sys._getframe(1).f_back
        if caller is not None and self._is_own(caller.f_code):
            self._offer(caller)

    def _offer(self, frame: FrameType) -> None:
        """A chance to switch, at which `frame` is the program's own."""
        scheduler = self._scheduler
        if scheduler.is_running and self.plan.is_turn_over(scheduler.ready_count):
            if is_whole(frame):
                self.plan.keep_turn()
            else:
                scheduler.yield_now()

    def _call(self, code: CodeType, *place: Any) -> Any:
        # Only asked for because C_RETURN comes with it.
        return None if self._is_own(code) else _monitoring.DISABLE


_last: Turns | None = None


def last_turns() -> Turns | None:
    """Those of the schedule that was begun last, as far as it has come."""
    return _last


def forget_turns() -> None:
    """What has been run so far is of no further interest."""
    global _last
    _last = None


@contextmanager
def following(scheduler: Scheduler, plan: Plan) -> Iterator[tuple[Turns, VirtualTime]]:
    """Inside the block threads run as the plan says, on virtual time."""
    global _last
    if len(scheduler.alive) > 1:
        names = ", ".join(name_of(thread) for thread in scheduler.alive.values())
        raise RuntimeError(f"Other threads are running already ({names}): start them inside.")
    clock = VirtualTime()
    turns = Turns(scheduler, plan)
    with ExitStack() as stack:
        stack.callback(random.setstate, random.getstate())
        random.seed(plan.random_seed)
        if gc.isenabled():
            gc.disable()
            stack.callback(gc.enable)
        stack.callback(setattr, threading, "_counter", threading._counter)  # type: ignore[attr-defined]
        # Threads without a name of their own are Thread-1, Thread-2, … in every replay.
        threading._counter = itertools.count(1).__next__  # type: ignore[attr-defined]
        stack.enter_context(_ordered(scheduler, clock, turns))
        stack.enter_context(telling(clock.now))
        stack.enter_context(turns.counted())
        _last = turns
        try:
            yield turns, clock
        except BaseException:
            # How they are ended is no part of the program.
            scheduler.on_switch = None
            end_threads(scheduler)
            raise


@contextmanager
def _ordered(scheduler: Scheduler, clock: VirtualTime, turns: Turns) -> Iterator[None]:
    before = scheduler.order, scheduler.clock, scheduler.on_switch
    scheduler.order, scheduler.on_switch = turns.plan, turns.note
    scheduler.use_clock(clock, is_timed=False)
    try:
        yield
    finally:
        scheduler.order, real_clock, scheduler.on_switch = before
        scheduler.use_clock(real_clock, is_timed=True)
