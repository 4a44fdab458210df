"""Starting and joining threads: `_thread._ThreadHandle`, `start_joinable_thread` and company."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from typing import Any

from kernel.threads.entry import make_entry
from kernel.threads.record import GreenThread, Parking
from kernel.threads.scheduler import Scheduler

__no_switch__ = True

_SMALLEST_STACK = 32 * 1024
_IDENT_STEP = 0x1000
_NATIVE_STEP = 0x10000

_scheduler: Scheduler
_last_ident: int
_stack_bytes = 0
_process_id = 1
_to_join: set[_ThreadHandle] = set()


def use_scheduler(scheduler: Scheduler) -> None:
    """Threads are started in this scheduler."""
    global _scheduler, _last_ident
    _scheduler = scheduler
    _last_ident = scheduler.main.ident


class _ThreadHandle:
    """What `threading.Thread` keeps of its thread."""

    __module__ = "_thread"

    def __init__(self, ident: int | None = None) -> None:
        self._ident = ident
        self._state = "new" if ident is None else "running"
        self._joining: list[Parking] = []

    @property
    def ident(self) -> int | None:
        return self._ident

    def is_done(self) -> bool:
        return self._state == "done"

    def _set_done(self) -> None:
        if self._state == "new":
            raise RuntimeError("thread not started")
        self._state = "done"
        joining, self._joining = self._joining, []
        for parking in joining:
            _scheduler.unpark(parking)

    def join(self, timeout: float | None = None) -> None:
        """Waits for the thread's end, at most `timeout` seconds."""
        if self._state == "new":
            raise RuntimeError("thread not started")
        if self._state == "done":
            return
        if self._ident == _scheduler.current.ident:
            raise RuntimeError("Cannot join current thread")
        if timeout is not None and timeout < 0:
            timeout = None
        deadline = None if timeout is None else _scheduler.clock.now() + timeout
        while self._state != "done":
            left = None if deadline is None else deadline - _scheduler.clock.now()
            if left is not None and left <= 0:
                return
            parking = Parking(_scheduler.current)
            self._joining.append(parking)
            try:
                _scheduler.park(parking, left, self)
            finally:
                if parking in self._joining:
                    self._joining.remove(parking)

    def __repr__(self) -> str:
        return f"<_thread._ThreadHandle object: ident={self._ident or 0}>"


def start_joinable_thread(
    function: Callable[[], object], handle: _ThreadHandle | None = None, daemon: bool = True
) -> _ThreadHandle:
    """Start a new thread; returns its handle."""
    if not callable(function):
        raise TypeError("thread function must be callable")
    if handle is None:
        handle = _ThreadHandle()
    elif not isinstance(handle, _ThreadHandle):
        raise TypeError("'handle' must be a _ThreadHandle")
    if handle._state != "new":
        raise RuntimeError("thread already started")
    _start(function, (), {}, handle, bool(daemon))
    return handle


def start_new_thread(
    function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any] | None = None, /
) -> int:
    """Start a new thread and return its identifier."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    return _start(function, args, kwargs or {}, _ThreadHandle(), True)


def _start(
    function: Callable[..., object],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    handle: _ThreadHandle,
    is_daemon: bool,
) -> int:
    global _last_ident
    _last_ident += _IDENT_STEP
    owner = getattr(function, "__self__", None)
    thread = GreenThread(_last_ident, handle, is_daemon, owner)
    handle._ident = thread.ident
    handle._state = "running"
    thread.cleanups.append(_ended)
    if not is_daemon:
        _to_join.add(handle)
    entry = make_entry(_scheduler, thread, (function, args, kwargs))
    _scheduler.start(thread, entry)
    return thread.ident


def _ended(thread: GreenThread) -> None:
    _to_join.discard(thread.handle)
    thread.handle._set_done()


def get_ident() -> int:
    """Return a non-zero integer that uniquely identifies the current thread."""
    return _scheduler.current.ident


def get_native_id() -> int:
    """Return a number by which the system would know the current thread."""
    index = (_scheduler.current.ident - _scheduler.main.ident) // _IDENT_STEP
    return _process_id + index * _NATIVE_STEP


def use_process_id(pid: int) -> None:
    """Native ids differ in all threads of all processes; a main thread has its process's."""
    global _process_id
    _process_id = pid
    threading: Any = sys.modules.get("threading")
    if threading is not None:
        threading.main_thread()._native_id = pid


def _get_main_thread_ident() -> int:
    return _scheduler.main.ident


def _make_thread_handle(ident: int) -> _ThreadHandle:
    return _ThreadHandle(ident)


def _count() -> int:
    return len(_scheduler.alive) - 1


def _shutdown() -> None:
    while True:
        others = [handle for handle in _to_join if handle.ident != _scheduler.current.ident]
        if not others:
            return
        others[0].join()


def daemon_threads_allowed() -> bool:
    """Return True if daemon threads are allowed."""
    return True


def set_name(name: str) -> None:
    """Set the name of the current thread: no system is there to tell it."""


def interrupt_main(signum: int = signal.SIGINT, /) -> None:
    """Simulate the arrival of the given signal in the main thread."""
    if not 1 <= signum < signal.NSIG:
        raise ValueError("signal number out of range")
    _scheduler.interrupt(signum)
    if _scheduler.current is _scheduler.main:
        _scheduler.deliver()


def stack_size(size: int = 0, /) -> int:
    """Return the stack size of new threads, and set it; 0 is the default.

    Every thread has the same stack here: the size is kept, and changes nothing.
    """
    global _stack_bytes
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < _SMALLEST_STACK:
        raise ValueError(f"size not valid: {size} bytes")
    before, _stack_bytes = _stack_bytes, size
    return before
