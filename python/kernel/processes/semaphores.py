"""The module `_multiprocessing`: semaphores that processes share."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from kernel.processes.port import the_port
from kernel.processes.waiting import attempt_until
from kernel.threads import active_scheduler

__no_switch__ = True

_RECURSIVE_MUTEX = 0


class SemLock:
    """Semaphore/Mutex type."""

    SEM_VALUE_MAX = 2**31 - 1
    __module__ = "_multiprocessing"

    def __init__(self, kind: int, value: int, maxvalue: int, name: str, unlink: bool) -> None:
        if kind not in (0, 1) or value < 0 or value > maxvalue or maxvalue <= 0:
            raise ValueError("invalid value")
        self._set(the_port().createSemaphore(value, maxvalue), kind, maxvalue, name)

    def _set(self, handle: int, kind: int, maxvalue: int, name: str | None) -> None:
        self.handle = handle
        self.kind = kind
        self.maxvalue = maxvalue
        self.name = name
        self._taken = 0
        self._owner = 0

    @classmethod
    def _rebuild(cls, handle: int, kind: int, maxvalue: int, name: str | None) -> SemLock:
        self = cls.__new__(cls)
        self._set(handle, kind, maxvalue, name)
        return self

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Acquire the semaphore/lock; `timeout` in seconds."""
        if self.kind == _RECURSIVE_MUTEX and self._is_mine():
            self._taken += 1
            return True
        if not the_port().acquire(self.handle) and not (block and self._wait(timeout)):
            return False
        self._taken += 1
        self._owner = _ident()
        return True

    def _wait(self, timeout: float | None) -> bool:
        port, handle = the_port(), self.handle
        taken = attempt_until(
            lambda: port.acquire(handle) or None,
            lambda: port.armSemaphore(handle),
            None if timeout is None else max(0.0, timeout),
            "a lock that another process holds",
        )
        return taken is not None

    def release(self) -> None:
        """Release the semaphore/lock."""
        if self.kind == _RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._taken > 1:
                self._taken -= 1
                return
        if not the_port().release(self.handle):
            raise ValueError("semaphore or lock released too many times")
        self._taken -= 1

    def _count(self) -> int:
        return self._taken

    def _is_mine(self) -> bool:
        return self._taken > 0 and self._owner == _ident()

    def _get_value(self) -> int:
        return the_port().semaphoreValue(self.handle)

    def _is_zero(self) -> bool:
        return self._get_value() == 0

    def _after_fork(self) -> None:
        self._taken = 0

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc_info: object) -> None:
        self.release()


def _ident() -> int:
    scheduler: Any = active_scheduler()
    return scheduler.current.ident


def sem_unlink(name: str, /) -> None:
    """Semaphores end with the run: there is no name to take away."""


def install() -> None:
    """Makes the module that `multiprocessing` imports."""
    module: Any = ModuleType("_multiprocessing")
    module.SemLock = SemLock
    module.sem_unlink = sem_unlink
    module.flags = {"HAVE_SEM_OPEN": 1, "HAVE_SEM_TIMEDWAIT": 1}
    sys.modules["_multiprocessing"] = module
