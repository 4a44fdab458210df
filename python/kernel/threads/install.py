"""Puts the threads below the unmodified `threading`, `queue` and `concurrent.futures`."""

from __future__ import annotations

import _thread
import importlib
import queue
import sys
import time
from collections.abc import Callable
from types import FunctionType
from typing import Any

from kernel.threads import alarms, local, locks, sleep, starting
from kernel.threads.builtin import BuiltinLike
from kernel.threads.clock import RealTime
from kernel.threads.leftover import end_leftover_threads
from kernel.threads.preemption import never_inside, preempt
from kernel.threads.record import GreenThread
from kernel.threads.scheduler import Scheduler
from kernel.threads.stacks import BrowserStacks, Stacks
from kernel.threads.virtual import clocks

__no_switch__ = True

_scheduler: Scheduler | None = None
_interval = 0.005


def active_scheduler() -> Scheduler | None:
    """None where there are no threads."""
    return _scheduler


def install(port: Any) -> None:
    """Called once per interpreter, with the worker's port, before any learner's code."""
    use_stacks(BrowserStacks(port))


def use_stacks(stacks: Stacks) -> None:
    """As `install`, with any kind of stacks."""
    global _scheduler
    scheduler = _scheduler = Scheduler(stacks, RealTime(), _thread.get_ident())
    for part in (locks, starting, local, sleep):
        part.use_scheduler(scheduler)
    _replace_everywhere(_replacements())
    _replace_locks()
    # The C SimpleQueue would block the whole interpreter; queue has one in Python.
    sys.modules["_queue"] = None  # type: ignore[assignment]
    for name in ("threading", "queue"):
        if name in sys.modules:
            importlib.reload(sys.modules[name])
    # What natively is the C class is here the one in Python, under the name programs know.
    queue.SimpleQueue.__name__ = queue.SimpleQueue.__qualname__ = "SimpleQueue"
    _keep_imports_whole()
    preempt(scheduler)
    if sys.platform == "emscripten":
        alarms.install(scheduler)


def resume() -> None:
    """Tells the worker what it has to know of this interpreter's threads."""
    if _scheduler is not None:
        _scheduler.stacks.resume()
        _scheduler.stacks.set_interval(_interval)


def withhold(reason: str) -> None:
    """Called instead of `install`, or after a failed check: starting a thread says why not."""
    global _scheduler
    _scheduler = None
    if sys.platform == "emscripten":
        alarms.withhold(reason)

    def refuse(*args: Any, **kwargs: Any) -> Any:
        raise RuntimeError(f"can't start new thread: {reason}")

    _replace_everywhere(
        [
            (_thread.start_new_thread, refuse, ("start_new_thread", "start_new")),
            (_thread.start_joinable_thread, refuse, ("start_joinable_thread",)),  # type: ignore[attr-defined]
        ]
    )
    threading = sys.modules.get("threading")
    if threading is not None:
        threading._start_joinable_thread = refuse  # type: ignore[attr-defined]


def check() -> str | None:
    """Runs two threads against each other; None when they do what threads must."""
    import threading

    first, second, seen = threading.Lock(), threading.Event(), []

    def work() -> None:
        with first:
            seen.append(threading.get_ident())
            second.set()
            time.sleep(0)

    enter_main()
    with first:
        thread = threading.Thread(target=work)
        thread.start()
    if not second.wait(10):
        return "a thread did not run"
    thread.join()
    if seen != [thread.ident] or threading.get_ident() == thread.ident:
        return "threads are not told apart"
    return None


def alive_threads() -> frozenset[GreenThread]:
    """Every thread that has not ended."""
    return frozenset(_scheduler.alive.values()) if _scheduler is not None else frozenset()


def end_leftovers(spared: frozenset[GreenThread]) -> list[str]:
    """Ends all other threads, and the alarm.

    Returns the names of those threads that a program would have waited for.
    Threads that are just about to end may do so first.
    """
    if _scheduler is None:
        return []
    alarms.disarm()
    return end_leftover_threads(_scheduler, spared)


def enter_main() -> None:
    """The main thread's first act in each call that the worker makes."""
    if _scheduler is not None:
        _scheduler.stacks.enter()


def setswitchinterval(interval: float, /) -> None:
    """Set the ideal thread switching delay inside the Python interpreter."""
    global _interval
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    _interval = interval
    if _scheduler is not None:
        _scheduler.stacks.set_interval(interval)


def getswitchinterval() -> float:
    """Return the current thread switch interval; see sys.setswitchinterval()."""
    return _interval


def _current_frames() -> dict[int, Any]:
    """Return a dict mapping each thread's id to its current stack frame."""
    assert _scheduler is not None
    # Two frames up: the caller of the builtin that this stands for.
    frames = {ident: thread.frame for ident, thread in list(_scheduler.alive.items())}
    frames[_scheduler.current.ident] = sys._getframe(2)
    return {ident: frame for ident, frame in frames.items() if frame is not None}


Replacement = tuple[Any, Any, tuple[str, ...]]


def _replacements() -> list[Replacement]:
    """What was there, what comes instead, and its names in `_thread`."""
    start_new_thread = BuiltinLike(starting.start_new_thread, _thread)
    names: dict[str, Any] = {
        "start_new_thread": start_new_thread,
        "start_new": start_new_thread,
        "start_joinable_thread": starting.start_joinable_thread,
        "allocate_lock": locks.lock,
        "allocate": locks.lock,
        "lock": locks.lock,
        "LockType": locks.lock,
        "RLock": locks.RLock,
        "_local": local._local,
        "get_ident": starting.get_ident,
        "get_native_id": starting.get_native_id,
        "interrupt_main": starting.interrupt_main,
        "stack_size": starting.stack_size,
        "set_name": starting.set_name,
        "daemon_threads_allowed": starting.daemon_threads_allowed,
        "_ThreadHandle": starting._ThreadHandle,
        "_make_thread_handle": starting._make_thread_handle,
        "_get_main_thread_ident": starting._get_main_thread_ident,
        "_count": starting._count,
        "_shutdown": starting._shutdown,
    }
    found: list[Replacement] = []
    for name, new in names.items():
        if isinstance(new, FunctionType):
            new.__module__ = "_thread"
        found.append((getattr(_thread, name, None), new, (name,)))
    for owner, name, new in (
        (time, "sleep", BuiltinLike(sleep.sleep, time)),
        (sys, "setswitchinterval", BuiltinLike(setswitchinterval, sys)),
        (sys, "getswitchinterval", BuiltinLike(getswitchinterval, sys)),
        (sys, "_current_frames", BuiltinLike(_current_frames, sys)),
    ):
        found.append((getattr(owner, name), new, ()))
        setattr(owner, name, new)
    for name, clock in clocks.items():
        found.append((clock.real, clock, ()))
        setattr(time, name, clock)
    return found


def _replace_everywhere(replacements: list[Replacement]) -> None:
    """In `_thread`, and in every module that has taken a name from it already."""
    by_id = {id(old): (old, new) for old, new, _ in replacements if old is not None}
    for module in list(sys.modules.values()):
        # Our own keep what they took: some of them need the original.
        if module is None or getattr(module, "__name__", "").startswith("kernel"):
            continue
        names = getattr(module, "__dict__", {})
        for name, value in list(names.items()):
            if id(value) in by_id:
                names[name] = by_id[id(value)][1]
    for _, new, names in replacements:
        for name in names:
            setattr(_thread, name, new)


def _replace_locks() -> None:
    """Locks that modules made when they were imported, none of them taken now."""
    makers: dict[type, Callable[[], Any]] = {_c_lock: locks.lock, _c_rlock: locks.RLock}
    for module in list(sys.modules.values()):
        names = getattr(module, "__dict__", {})
        for name, value in list(names.items()):
            maker = makers.get(type(value))
            if maker is not None and not value.locked():
                names[name] = maker()


def _keep_imports_whole() -> None:
    """The import system guards its table of locks with a lock in C, which knows no green thread."""
    bootstrap: Any = sys.modules["importlib._bootstrap"]
    never_inside(bootstrap._get_module_lock.__code__)


_c_lock: type = type(_thread.allocate_lock())
_c_rlock: type = _thread.RLock
