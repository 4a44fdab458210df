"""SyncLoop: asyncio's own loop over a selector of ours. It needs no stack switching."""

from __future__ import annotations

import asyncio
import signal
import threading
from asyncio import events
from collections.abc import Callable
from typing import Any, TypeVar

from kernel.clock import Clock, ClockKind, create_clock
from kernel.loop_selector import LoopSelector
from kernel.threads import active_scheduler

T = TypeVar("T")

_clock_kind: ClockKind = "real"


def use_clock(kind: ClockKind) -> ClockKind:
    """Sets the clock of loops made from now on; returns what it was."""
    global _clock_kind
    before = _clock_kind
    _clock_kind = kind
    return before


#: The system does not let anyone handle these; Emscripten's does.
_UNCATCHABLE = {getattr(signal, name, None) for name in ("SIGKILL", "SIGSTOP")}

#: On Unix, and in the browser, the loop that can also listen to signals and at paths.
_StockLoop: Any = asyncio.SelectorEventLoop


class SyncLoop(_StockLoop):
    """The stock loop over a clock of its own and a selector that needs no operating system.

    Raises `kernel.Deadlock` where another loop would wait for ever. Where there are no threads, and
    on a virtual clock, `run_in_executor` (and with it `asyncio.to_thread`) calls the function
    inside the loop's own thread, one after the other: results and errors are right, overlap there
    is none. In the browser it serves the sockets of `kernel.sockets`; elsewhere it looks at none.
    """

    def __init__(self, selector: Any = None, *, clock: Clock | None = None) -> None:
        self._clock: Clock = clock or create_clock(_clock_kind)
        self._has_threads = self._clock.is_real and active_scheduler() is not None
        super().__init__(LoopSelector(self) if selector is None else selector)
        self._clock_resolution = self._clock.resolution

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
        if self._has_threads:
            # Threads that can never go on would be waited for.
            is_hopeless = getattr(self._selector, "is_deadlocked", False)
            base: Any = super()
            await base.shutdown_default_executor(0 if is_hopeless else timeout)
        self._executor_shutdown_called = True

    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: Any) -> None:
        if sig in _UNCATCHABLE:
            raise RuntimeError(f"sig {sig} cannot be caught")
        super().add_signal_handler(sig, callback, *args)
        # No system writes to the loop's own socket when a signal comes: its handler does.
        signal.signal(sig, lambda signum, frame: self._handle_signal(signum))
        # Turns of threads change by a signal too: each would be written to a socket for nothing.
        signal.set_wakeup_fd(-1)


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
