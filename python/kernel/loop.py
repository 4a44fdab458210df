"""SyncLoop: asyncio's own loop over a selector that only waits. It needs no stack switching."""

from __future__ import annotations

import asyncio
import math
import threading
from asyncio import base_events, events
from collections.abc import Callable
from typing import Any, TypeVar

from kernel import deadlock
from kernel.clock import Clock, ClockKind, create_clock
from kernel.threads import Deadlocked, active_scheduler
from kernel.threads.record import Parking

T = TypeVar("T")

_clock_kind: ClockKind = "real"


def use_clock(kind: ClockKind) -> ClockKind:
    """Sets the clock of loops made from now on; returns what it was."""
    global _clock_kind
    before = _clock_kind
    _clock_kind = kind
    return before


class SyncLoop(base_events.BaseEventLoop):
    """An event loop whose only source of events is its clock.

    Raises `kernel.Deadlock` where another loop would wait for ever. Where there are no threads,
    and on a virtual clock, `run_in_executor` (and with it `asyncio.to_thread`) calls the function
    inside the loop's own thread, one after the other: results and errors are right, overlap there
    is none.
    Sockets, subprocesses and signal handlers raise NotImplementedError.
    """

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__()
        self._clock: Clock = clock or create_clock(_clock_kind)
        self._clock_resolution = self._clock.resolution
        self._has_threads = self._clock.is_real and active_scheduler() is not None
        self._selector = _ThreadSelector(self) if self._has_threads else _ClockSelector(self)

    def time(self) -> float:
        """The loop's clock, in seconds."""
        return self._clock.time()

    def run_forever(self) -> None:
        base: Any = super()
        base._check_closed()
        base._check_running()
        try:
            super().run_forever()
        finally:
            # A second KeyboardInterrupt may have cut asyncio's own clean-up short. The plain
            # assignments come first: no signal is looked for between them.
            self._thread_id = None
            self._stopping = False
            if events._get_running_loop() is self:
                events._set_running_loop(None)

    def run_in_executor(  # type: ignore[override]
        self, executor: object, func: Callable[..., T], *args: Any
    ) -> asyncio.Future[T]:
        base: Any = super()
        if self._has_threads:
            return base.run_in_executor(executor, func, *args)
        base._check_closed()
        if self.get_debug():
            base._check_callback(func, "run_in_executor")
        future: asyncio.Future[T] = self.create_future()
        self.call_soon(_call_into, future, func, args)
        return future

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        if isinstance(self._selector, _ThreadSelector):
            # Threads that can never go on would be waited for.
            is_hopeless = self._selector.is_deadlocked
            base: Any = super()
            await base.shutdown_default_executor(0 if is_hopeless else timeout)
        self._executor_shutdown_called = True

    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: Any) -> None:
        raise NotImplementedError("signal handlers are not available on this event loop")

    def remove_signal_handler(self, sig: int) -> bool:
        return False

    def _process_events(self, event_list: object) -> None:
        pass

    def _write_to_self(self) -> None:
        self._selector.wake()


class _ClockSelector:
    """Has no files to watch: selecting is waiting for the next timer."""

    def __init__(self, loop: SyncLoop) -> None:
        self._loop = loop

    def select(self, timeout: float | None) -> list[object]:
        loop: Any = self._loop
        if timeout is None:
            raise deadlock.Deadlock(deadlock.explain(loop))
        if timeout > 0:
            # The timer's own moment, not now + timeout: no rounding, and asyncio's cap of a day
            # on one wait does not matter.
            loop._clock.wait_until(loop._scheduled[0]._when)
            # Late on the virtual clock the smallest step between two floats outgrows the
            # resolution, and a timer due now would never be found due.
            loop._clock_resolution = max(loop._clock.resolution, 2 * math.ulp(loop.time()))
        return []

    def wake(self) -> None:
        pass

    def close(self) -> None:
        pass


class _ThreadSelector(_ClockSelector):
    """Waiting lets other threads run, and they can wake it."""

    def __init__(self, loop: SyncLoop) -> None:
        super().__init__(loop)
        self.is_deadlocked = False
        self._is_woken = False
        self._parking: Parking | None = None

    def select(self, timeout: float | None) -> list[object]:
        loop: Any = self._loop
        scheduler: Any = active_scheduler()
        if timeout is None and len(scheduler.alive) == 1 and not scheduler.outside:
            return super().select(None)
        if self._is_woken or timeout == 0:
            self._is_woken = False
            # A busy loop gives the others their chance by losing its turn, like any other code.
            return []
        left = None if timeout is None else loop._scheduled[0]._when - loop._clock.time()
        parking = self._parking = Parking(scheduler.current)
        try:
            if left is None or left > 0:
                scheduler.park(parking, left, "the event loop's next task to be ready")
        except Deadlocked as error:
            self.is_deadlocked = True
            raise Deadlocked(f"{error}\n{deadlock.explain(loop)}") from None
        finally:
            self._parking = None
        self._is_woken = False
        return []

    def wake(self) -> None:
        self._is_woken = True
        if self._parking is not None:
            active_scheduler().unpark(self._parking)  # type: ignore[union-attr]


def _call_into(future: asyncio.Future[T], func: Callable[..., T], args: tuple[Any, ...]) -> None:
    if future.cancelled():
        return
    try:
        result = func(*args)
    except (KeyboardInterrupt, SystemExit):
        raise
    except StopIteration as error:
        refused = RuntimeError("StopIteration cannot be raised into a Future")
        refused.__cause__ = error
        future.set_exception(refused)
    except BaseException as error:
        future.set_exception(error)
    else:
        if not future.cancelled():
            future.set_result(result)


# 3.14 keeps the policy class under a private name.
_names: Any = events
_PolicyBase: Any = (
    _names._AbstractEventLoopPolicy
    if hasattr(_names, "_AbstractEventLoopPolicy")
    else _names.AbstractEventLoopPolicy
)


class SyncLoopPolicy(_PolicyBase):
    """Gives every thread that asks its own current loop; new loops are SyncLoops."""

    def __init__(self) -> None:
        self._current = threading.local()

    def get_event_loop(self) -> asyncio.AbstractEventLoop:
        loop = getattr(self._current, "loop", None)
        if loop is None:
            name = threading.current_thread().name
            raise RuntimeError(f"There is no current event loop in thread {name!r}.")
        return loop

    def set_event_loop(self, loop: asyncio.AbstractEventLoop | None) -> None:
        self._current.loop = loop

    def new_event_loop(self) -> SyncLoop:
        return SyncLoop()
