"""`_thread.lock` and `_thread.RLock` that let other threads run while they wait."""

from __future__ import annotations

import _thread
from collections import deque
from typing import Any, NoReturn

from kernel.threads.record import GreenThread, Parking
from kernel.threads.scheduler import Scheduler

__no_switch__ = True

_scheduler: Scheduler


def use_scheduler(scheduler: Scheduler) -> None:
    """Locks made from now on wait through this scheduler."""
    global _scheduler
    _scheduler = scheduler


class lock:
    """A lock object is a synchronization primitive, not owned by the thread that locked it."""

    # A signal is looked for at calls and at the end of a loop's round only: what stands between
    # two of them here happens in one piece, without any lock.

    __slots__ = ("__weakref__", "_holder", "_is_locked", "_waiting")
    __module__ = "_thread"

    _holder: GreenThread | None
    _waiting: deque[Parking] | None

    def __new__(cls, *args: Any, **kwargs: Any) -> lock:
        if args or kwargs:
            raise TypeError("lock() takes no arguments")
        self = object.__new__(cls)
        self._is_locked = False
        self._waiting = None
        self._holder = None
        return self

    def __init_subclass__(cls, **kwargs: Any) -> NoReturn:
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Locks. Waits if need be, at most `timeout` seconds; True when the lock is taken."""
        if timeout != -1 or not blocking:
            timeout = _checked_timeout(blocking, timeout)
        if not self._is_locked:
            self._is_locked = True
            self._holder = _scheduler.current
            return True
        if not blocking or timeout == 0:
            return False
        return self._wait(None if timeout == -1 else timeout)

    def _wait(self, timeout: float | None) -> bool:
        deadline = None if timeout is None else _scheduler.clock.now() + timeout
        waiting = self._waiting
        if waiting is None:
            waiting = self._waiting = deque()
        is_first_try = True
        while True:
            parking = Parking(_scheduler.current)
            # Who was woken and came too late keeps the first place.
            (waiting.append if is_first_try else waiting.appendleft)(parking)
            is_first_try = False
            left = None if deadline is None else max(0.0, deadline - _scheduler.clock.now())
            try:
                _scheduler.park(parking, left, self)
            except BaseException:
                self._leave(parking)
                raise
            if not self._is_locked:
                self._is_locked = True
                self._holder = parking.thread
                self._forget(parking)
                return True
            self._forget(parking)
            if deadline is not None and _scheduler.clock.now() >= deadline:
                return False

    def _forget(self, parking: Parking) -> None:
        if not parking.was_woken and self._waiting and parking in self._waiting:
            self._waiting.remove(parking)

    def _leave(self, parking: Parking) -> None:
        """Gives up waiting; a wake-up that was meant for us goes to the next."""
        self._forget(parking)
        if parking.was_woken and not self._is_locked:
            self._wake_next()

    def release(self) -> None:
        """Unlocks; any thread may."""
        if not self._is_locked:
            raise RuntimeError("release unlocked lock")
        self._is_locked = False
        self._holder = None
        if self._waiting:
            self._wake_next()

    def _wake_next(self) -> None:
        waiting = self._waiting
        while waiting:
            if _scheduler.unpark(waiting.popleft()):
                return

    def locked(self) -> bool:
        """Whether anyone holds it."""
        return self._is_locked

    def __enter__(self) -> bool:
        if not self._is_locked:
            self._is_locked = True
            self._holder = _scheduler.current
            return True
        return self._wait(None)

    def __exit__(self, *exc_info: object) -> None:
        self.release()

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def _at_fork_reinit(self) -> None:
        self._is_locked = False
        self._holder = self._waiting = None

    def __repr__(self) -> str:
        state = "locked" if self._is_locked else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


class RLock:
    """A lock that its owner may take again; it is free when released as often as taken."""

    __module__ = "_thread"

    _lock: lock
    _owner: int
    _count: int

    def __new__(cls, *args: Any, **kwargs: Any) -> RLock:
        self = object.__new__(cls)
        self._lock = lock()
        self._owner = 0
        self._count = 0
        return self

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Locks; True when the lock is taken, at once for its owner."""
        me = _scheduler.current.ident
        if self._owner == me:
            if timeout != -1 or not blocking:
                _checked_timeout(blocking, timeout)
            self._count += 1
            return True
        if not self._lock.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    def __enter__(self) -> bool:
        return self.acquire()

    def release(self) -> None:
        """Undoes one acquire; RuntimeError for everyone but the owner."""
        if self._owner != _scheduler.current.ident or not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = 0
            self._lock.release()

    def __exit__(self, *exc_info: object) -> None:
        self.release()

    def locked(self) -> bool:
        """Whether anyone holds it."""
        return self._count > 0

    @property
    def _holder(self) -> GreenThread | None:
        return self._lock._holder

    def _is_owned(self) -> bool:
        return self._owner == _scheduler.current.ident

    def _recursion_count(self) -> int:
        return self._count if self._is_owned() else 0

    # Condition lets go of a lock that was taken several times, and takes it back as it was.

    def _release_save(self) -> tuple[int, int]:
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._count, self._owner
        self._count = self._owner = 0
        self._lock.release()
        return state

    def _acquire_restore(self, state: tuple[int, int]) -> None:
        self._lock.acquire()
        self._count, self._owner = state

    def _at_fork_reinit(self) -> None:
        self._lock._at_fork_reinit()
        self._count = self._owner = 0

    def __repr__(self) -> str:
        kind = type(self)
        state = "locked" if self._count else "unlocked"
        return (
            f"<{state} {kind.__module__}.{kind.__qualname__} object "
            f"owner={self._owner} count={self._count} at {id(self):#x}>"
        )


#: What a program calls of them, where CPython runs C.
LOCK_CALLS = tuple(
    function.__code__
    for kind in (lock, RLock)
    for function in (kind.acquire, kind.release, kind.__enter__, kind.__exit__)
)


def _checked_timeout(blocking: bool, timeout: float) -> float:
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return timeout
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > _thread.TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return timeout
