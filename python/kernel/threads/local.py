"""`_thread._local`: attributes that every thread has for itself."""

from __future__ import annotations

import weakref
from typing import Any

from kernel.threads.record import GreenThread
from kernel.threads.scheduler import Scheduler

__no_switch__ = True

_scheduler: Scheduler
_get = object.__getattribute__
_set = object.__setattr__


def use_scheduler(scheduler: Scheduler) -> None:
    """Threads are told apart as this scheduler tells them."""
    global _scheduler
    _scheduler = scheduler


class _local:
    """Thread-local data."""

    # The object's own __dict__ is that of the thread that touched it last, exchanged when another
    # one comes: so attributes, slots and properties of subclasses work as they always do.

    __slots__ = ("__dict__", "__weakref__", "_arguments", "_dicts", "_in_place")
    __module__ = "_thread"

    _dicts: dict[int, dict[str, Any]]

    def __new__(cls, /, *args: Any, **kwargs: Any) -> _local:
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        _set(self, "_arguments", (args, kwargs))
        _set(self, "_dicts", {})
        _adopt(self, _scheduler.current)
        return self

    def __getattribute__(self, name: str) -> Any:
        if _get(self, "_in_place") != _scheduler.current.ident:
            _exchange(self)
        return _get(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        _refuse_dict(self, name)
        if _get(self, "_in_place") != _scheduler.current.ident:
            _exchange(self)
        _set(self, name, value)

    def __delattr__(self, name: str) -> None:
        _refuse_dict(self, name)
        if _get(self, "_in_place") != _scheduler.current.ident:
            _exchange(self)
        object.__delattr__(self, name)


def _exchange(self: _local) -> None:
    thread = _scheduler.current
    mine = _get(self, "_dicts").get(thread.ident)
    if mine is not None:
        _set(self, "__dict__", mine)
        _set(self, "_in_place", thread.ident)
        return
    _adopt(self, thread)
    args, kwargs = _get(self, "_arguments")
    try:
        type(self).__init__(self, *args, **kwargs)  # type: ignore[misc]
    except BaseException:
        _forget(self, thread)
        raise


def _adopt(self: _local, thread: GreenThread) -> None:
    """Gives the thread a dict of its own, which dies with it."""
    mine: dict[str, Any] = {}
    _get(self, "_dicts")[thread.ident] = mine
    _set(self, "__dict__", mine)
    _set(self, "_in_place", thread.ident)
    reference = weakref.ref(self)

    def forget(ended: GreenThread) -> None:
        alive = reference()
        if alive is not None:
            _forget(alive, ended)

    thread.cleanups.append(forget)


def _forget(self: _local, thread: GreenThread) -> None:
    _get(self, "_dicts").pop(thread.ident, None)
    if _get(self, "_in_place") == thread.ident:
        _set(self, "__dict__", {})
        _set(self, "_in_place", 0)


def _refuse_dict(self: _local, name: str) -> None:
    if name == "__dict__":
        kind = type(self).__name__
        raise AttributeError(f"{kind!r} object attribute '__dict__' is read-only")
