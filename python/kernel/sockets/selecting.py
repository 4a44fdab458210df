"""`select` and `selectors` over sockets in memory. Every other descriptor is always ready."""

from __future__ import annotations

import errno
import os
import selectors
import time
from typing import Any

from kernel.sockets import network
from kernel.sockets.waiting import wait_for

__no_switch__ = True

_POLLIN, _POLLPRI, _POLLOUT, _POLLERR, _POLLHUP, _POLLNVAL = 1, 2, 4, 8, 16, 32


def is_ready(descriptor: int, writing: bool) -> bool:
    endpoint = network.endpoint_of(descriptor)
    if endpoint is None:
        return True
    return endpoint.is_writable() if writing else endpoint.is_readable()


def select(rlist: Any, wlist: Any, xlist: Any, timeout: Any = None, /) -> tuple[Any, Any, Any]:
    """As `select.select`."""
    if timeout is not None:
        timeout = float(timeout)
        if timeout < 0:
            raise ValueError("timeout must be non-negative")
    reading = [(_descriptor(each), each) for each in rlist]
    writing = [(_descriptor(each), each) for each in wlist]
    for each in xlist:
        _descriptor(each)

    def ready() -> tuple[list[Any], list[Any]]:
        return (
            [each for fd, each in reading if is_ready(fd, False)],
            [each for fd, each in writing if is_ready(fd, True)],
        )

    if not reading and not writing and timeout is not None:
        time.sleep(timeout)
    else:
        wait_for(lambda: any(ready()), timeout, "a socket to become ready")
    return (*ready(), [])


class poll:
    """As `select.poll()` gives it."""

    def __init__(self) -> None:
        self._watched: dict[int, int] = {}

    def register(self, fd: Any, eventmask: int = _POLLIN | _POLLPRI | _POLLOUT, /) -> None:
        self._watched[_descriptor(fd)] = eventmask

    def modify(self, fd: Any, eventmask: int, /) -> None:
        if _descriptor(fd) not in self._watched:
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        self._watched[_descriptor(fd)] = eventmask

    def unregister(self, fd: Any, /) -> None:
        del self._watched[_descriptor(fd)]

    def poll(self, timeout: Any = None, /) -> list[tuple[int, int]]:
        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        wait_for(lambda: bool(self._ready()), seconds, "a socket to become ready")
        return self._ready()

    def _ready(self) -> list[tuple[int, int]]:
        found = [(fd, _events(fd, mask)) for fd, mask in self._watched.items()]
        return [(fd, events) for fd, events in found if events]


class MemorySelector(selectors._BaseSelectorImpl):  # type: ignore[name-defined, misc]
    """The selector of every program; an event loop's own may wait in another way."""

    def select(self, timeout: float | None = None) -> list[tuple[Any, int]]:
        if timeout is None or timeout > 0:
            wait_for(lambda: bool(self.ready()), timeout, "a socket to become ready")
        return self.ready()

    def ready(self) -> list[tuple[Any, int]]:
        """What is ready now."""
        found: list[tuple[Any, int]] = []
        for key in list(self.get_map().values()):
            events = 0
            if key.events & selectors.EVENT_READ and is_ready(key.fd, False):
                events |= selectors.EVENT_READ
            if key.events & selectors.EVENT_WRITE and is_ready(key.fd, True):
                events |= selectors.EVENT_WRITE
            if events:
                found.append((key, events))
        return found


def _events(fd: int, mask: int) -> int:
    events = 0
    if mask & _POLLIN and is_ready(fd, False):
        events |= _POLLIN
    if mask & _POLLOUT and is_ready(fd, True):
        events |= _POLLOUT
    return events


def _descriptor(file: Any) -> int:
    descriptor = file if isinstance(file, int) else file.fileno()
    if not isinstance(descriptor, int):
        raise TypeError("argument must be an int, or have a fileno() method.")
    if descriptor < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({descriptor})")
    return descriptor
