"""Decides which thread runs. Exactly one does; the others are ready or parked."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from typing import Any, Protocol

from kernel.threads.deadlock import Deadlocked, explain
from kernel.threads.record import GreenThread, Parking
from kernel.threads.stacks import Stacks

__no_switch__ = True


class Clock(Protocol):
    """Where timeouts are measured. Seconds."""

    def now(self) -> float: ...

    def wait_until(self, when: float | None) -> None:
        """Waits while nothing can run; may return early. None: for something outside."""
        ...


class Timer(Protocol):
    """What happens at a moment: a wait ends, or an alarm goes off."""

    is_over: bool

    def expire(self) -> GreenThread | None:
        """Called when the moment has come, once. Returns a thread that can go on now."""
        ...


class Order(Protocol):
    """Which of the ready threads is next."""

    def choose(self, ready: deque[GreenThread]) -> GreenThread:
        """Takes one out of `ready`, which is not empty."""
        ...


class InTurn:
    """First come, first served."""

    def choose(self, ready: deque[GreenThread]) -> GreenThread:
        return ready.popleft()


class CannotWait(RuntimeError):
    """Something blocks in a place that cannot be suspended, a finalizer of the engine for one."""


class Scheduler:
    """One per interpreter."""

    def __init__(self, stacks: Stacks, clock: Clock, main_ident: int) -> None:
        self.stacks = stacks
        self.clock = clock
        self.order: Order = InTurn()
        self.main = self.current = GreenThread(main_ident)
        #: Every thread that has not ended, by its ident.
        self.alive: dict[int, GreenThread] = {main_ident: self.main}
        #: Asked while threads wait: each returns True when it has woken a thread of its own.
        self.outside: list[Callable[[], bool]] = []
        #: False while no thread has the turn: nothing may switch then.
        self.is_running = True
        #: Called with the thread that goes on, at every switch.
        self.on_switch: Callable[[GreenThread, GreenThread], None] | None = None
        self._ready: deque[GreenThread] = deque()
        self._timers: list[tuple[float, int, Timer]] = []
        self._number = count()
        #: Which signals have come when the program was asked to stop.
        self.take_signals: Callable[[], list[int]] = lambda: [signal.SIGINT]
        self._signals: list[int] = []
        self._is_timed = True
        #: Set while something but another thread needs the running one to lose its turn.
        self.is_watched = False

    def use_clock(self, clock: Clock, is_timed: bool) -> None:
        """From now on time is told by `clock`; what is left of every wait stays the same.

        `is_timed`: threads lose their turn after a time, and not only when `yield_now` is called.
        """
        shift = clock.now() - self.clock.now()
        self._timers = [(when + shift, number, parking) for when, number, parking in self._timers]
        self.clock = clock
        self._is_timed = is_timed
        self._set_preemptive()

    # --- what threads do

    def start(self, thread: GreenThread, entry: Callable[[], object]) -> None:
        """Makes a thread ready for its first turn."""
        self.stacks.start(thread.ident, entry)
        self.alive[thread.ident] = thread
        self._ready.append(thread)
        self._set_preemptive()

    def begin(self, thread: GreenThread) -> None:
        """The first act of a thread."""
        self.stacks.enter()
        self.current = thread
        self.is_running = True

    def end(self, thread: GreenThread) -> None:
        """The last act of a thread."""
        for cleanup in thread.cleanups:
            cleanup(thread)
        thread.cleanups.clear()
        self.alive.pop(thread.ident, None)
        self._set_preemptive()
        follower = self._pick()
        self.is_running = False
        self._note_switch(follower)
        thread.owner = None
        self.stacks.finish(follower.ident)

    def park(self, parking: Parking, timeout: float | None = None, waits_for: Any = None) -> bool:
        """Waits until the parking is woken, or `timeout` seconds. False when it was not woken.

        It may return early without either, after an interrupt: callers look again. Raises
        Deadlocked in the main thread when no thread can ever go on.
        """
        me = self.current
        if not self.is_running:
            raise CannotWait("This code would have to wait, and cannot be suspended here.")
        if timeout is not None:
            self.set_timer(parking, timeout)
        me.parking = parking
        me.waits_for = waits_for
        me.frame = sys._getframe(1)
        try:
            self._hand_over(self._pick())
        finally:
            parking.is_over = True
            me.parking = me.waits_for = me.frame = None
        self.deliver()
        return parking.was_woken

    def set_timer(self, parking: Timer, seconds: float) -> None:
        """The parking expires then, if it is not over before."""
        heappush(self._timers, (self.clock.now() + seconds, next(self._number), parking))

    def watch(self, is_watched: bool) -> None:
        """From now on a running thread is stopped from time to time, also when it is alone."""
        self.is_watched = is_watched
        self._set_preemptive()

    def unpark(self, parking: Parking) -> bool:
        """Ends a wait; False when it was over already."""
        if parking.is_over:
            return False
        parking.is_over = parking.was_woken = True
        self._ready.append(parking.thread)
        return True

    def yield_now(self) -> None:
        """Lets another thread run, if one is ready."""
        me = self.current
        if not self.is_running:
            return
        self._wake_due()
        if self._ready:
            follower = self.order.choose(self._ready)
            self._ready.append(me)
            me.frame = sys._getframe(1)
            try:
                self._hand_over(follower)
            finally:
                me.frame = None
        self.deliver()

    def deliver(self) -> None:
        """Raises in the current thread what was meant for it while it did not run."""
        me = self.current
        if me.pending is not None:
            error, me.pending = me.pending, None
            raise error
        if me is self.main:
            while self._signals:
                signum = self._signals.pop(0)
                handler = signal.getsignal(signum)
                if callable(handler):
                    handler(signum, sys._getframe(1))

    # --- what comes from outside

    def hear_interrupt(self) -> None:
        """Takes note of the wish to stop; the main thread hears of it, waiting or not."""
        if self.stacks.take_interrupt():
            for signum in self.take_signals():
                self.interrupt(signum)

    def interrupt(self, signum: int) -> None:
        """Ends the main thread's wait, and calls the signal's handler there, if it has one."""
        if not callable(signal.getsignal(signum)):
            return
        if signum not in self._signals:
            self._signals.append(signum)
        self._rouse(self.main)

    def throw(self, thread: GreenThread, error: BaseException) -> None:
        """Raises `error` in another thread as soon as it goes on; a waiting one goes on now."""
        thread.pending = error
        self._rouse(thread)

    def abandon(self, thread: GreenThread) -> None:
        """Never runs the thread again. Its stack stays suspended."""
        self.alive.pop(thread.ident, None)
        if thread.parking is not None:
            thread.parking.is_over = True
        if thread in self._ready:
            self._ready.remove(thread)
        self._set_preemptive()

    # --- inside

    def _rouse(self, thread: GreenThread) -> None:
        parking = thread.parking
        if parking is not None and not parking.is_over:
            parking.is_over = True
            self._ready.append(thread)

    def _hand_over(self, follower: GreenThread) -> None:
        me = self.current
        if follower is me:
            return
        self._note_switch(follower)
        self.is_running = False
        try:
            self.stacks.hand_over(me.ident, follower.ident)
        finally:
            self.current = me
            self.is_running = True

    def _set_preemptive(self) -> None:
        is_shared = self._is_timed and len(self.alive) > 1
        self.stacks.set_preemptive(is_shared or self.is_watched)

    def _note_switch(self, follower: GreenThread) -> None:
        if self.on_switch is not None:
            self.on_switch(self.current, follower)

    def _pick(self) -> GreenThread:
        """The next thread; waits as long as there is none."""
        while True:
            self._wake_due()
            if self._ready:
                return self.order.choose(self._ready)
            self.hear_interrupt()
            if self._ready:
                continue
            if self._timers:
                self.clock.wait_until(self._timers[0][0])
            elif self.outside:
                self.clock.wait_until(None)
            else:
                self.throw(self.main, Deadlocked(explain(self)))

    def _wake_due(self) -> None:
        for ask in self.outside:
            ask()
        timers = self._timers
        while timers:
            when, _, parking = timers[0]
            if not parking.is_over:
                if when > self.clock.now():
                    return
                thread = parking.expire()
                if thread is not None:
                    self._ready.append(thread)
            heappop(timers)
