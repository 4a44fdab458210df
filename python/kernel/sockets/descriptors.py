"""`os.pipe`, and what else `os` does with a descriptor, for pipes and sockets in memory."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from typing import Any

from kernel.sockets import names, network
from kernel.sockets.endpoint import ATOMIC_BYTES, PIPE_BYTES, Endpoint
from kernel.sockets.opening import let_open
from kernel.sockets.transfer import put, take
from kernel.sockets.waiting import notify, wait_for
from kernel.threads.builtin import BuiltinLike

__no_switch__ = True

_own: dict[str, Callable[..., Any]] = {}


def pipe() -> tuple[int, int]:
    """Create a pipe.

    Returns a tuple of two file descriptors: (read_fd, write_fd)
    """
    reader, writer = (Endpoint(names.AF_UNIX, names.SOCK_STREAM) for _ in range(2))
    network.connect_pair(reader, writer)
    reader.is_output_over = True
    for end in (reader, writer):
        end.is_pipe = True
        end.capacity = PIPE_BYTES
    let_open()
    return network.open_descriptor(reader), network.open_descriptor(writer)


def read(fd: int, length: int, /) -> bytes:
    """Read from a file descriptor. Returns a bytes object."""
    endpoint = network.endpoint_of(fd)
    if endpoint is None:
        return _own["read"](fd, length)
    if length < 0:
        raise _error(errno.EINVAL)
    if endpoint.is_pipe and not endpoint.is_output_over:
        raise _error(errno.EBADF)
    _wait(endpoint, endpoint.is_readable, "something to read")
    if endpoint.is_stream:
        return take(endpoint, length)
    if not endpoint.mail:
        return b""
    packet, _ = endpoint.mail.popleft()
    notify()
    return packet[:length]


def write(fd: int, data: Any, /) -> int:
    """Write a bytes object to a file descriptor."""
    endpoint = network.endpoint_of(fd)
    if endpoint is None:
        return _own["write"](fd, data)
    if endpoint.is_pipe and endpoint.is_output_over:
        raise _error(errno.EBADF)
    view = memoryview(data).cast("B")
    written = 0

    def has_room() -> bool:
        # What is short enough goes into a pipe as a whole.
        needed = len(view) if endpoint.is_pipe and len(view) <= ATOMIC_BYTES else 1
        return endpoint.peer is None or endpoint.room() >= max(1, needed)

    while True:
        if written and not endpoint.is_blocking and not has_room():
            return written
        _wait(endpoint, has_room, "room to write")
        count = put(endpoint, view)
        written += count
        view = view[count:]
        if not view:
            return written


def sendfile(out_fd: int, in_fd: int, offset: int | None, count: int) -> int:
    """Copy count bytes from file descriptor in_fd to file descriptor out_fd."""
    endpoint = network.endpoint_of(out_fd)
    if endpoint is None or network.endpoint_of(in_fd) is not None:
        raise _error(errno.EINVAL)
    if not endpoint.is_connected:
        raise _error(errno.ENOTCONN)
    _wait(endpoint, endpoint.is_writable, "room to write")
    count = min(count, max(endpoint.room(), 1))
    data = _own["read"](in_fd, count) if offset is None else os.pread(in_fd, count, offset)
    return put(endpoint, memoryview(data)) if data else 0


def close(fd: int) -> None:
    """Close a file descriptor."""
    if network.endpoint_of(fd) is None:
        _own["close"](fd)
    else:
        network.close_descriptor(fd)


def dup(fd: int, /) -> int:
    """Return a duplicate of a file descriptor."""
    endpoint = network.endpoint_of(fd)
    return _own["dup"](fd) if endpoint is None else network.open_descriptor(endpoint)


def fstat(fd: int) -> Any:
    """Perform a stat system call on the given file descriptor."""
    endpoint = network.endpoint_of(fd)
    if endpoint is None:
        return _own["fstat"](fd)
    kind = stat.S_IFIFO | 0o600 if endpoint.is_pipe else stat.S_IFSOCK | 0o777
    return os.stat_result((kind, id(endpoint), 0, 1, 0, 0, 0, 0, 0, 0))


def get_blocking(fd: int, /) -> bool:
    """Get the blocking mode of the file descriptor."""
    endpoint = network.endpoint_of(fd)
    return _own["get_blocking"](fd) if endpoint is None else endpoint.is_blocking


def set_blocking(fd: int, blocking: bool, /) -> None:
    """Set the blocking mode of the specified file descriptor."""
    endpoint = network.endpoint_of(fd)
    if endpoint is None:
        _own["set_blocking"](fd, blocking)
    else:
        endpoint.is_blocking = bool(blocking)


def get_inheritable(fd: int, /) -> bool:
    """Get the close-on-exe flag of the specified file descriptor."""
    if network.endpoint_of(fd) is None:
        return _own["get_inheritable"](fd)
    return network.is_inheritable(fd)


def set_inheritable(fd: int, inheritable: bool, /) -> None:
    """Set the inheritable flag of the specified file descriptor."""
    if network.endpoint_of(fd) is None:
        _own["set_inheritable"](fd, inheritable)
    else:
        network.set_inheritable(fd, bool(inheritable))


def _wait(endpoint: Endpoint, ready: Callable[[], bool], waits_for: str) -> None:
    if ready():
        return
    if not endpoint.is_blocking:
        raise _error(errno.EAGAIN)
    wait_for(ready, None, waits_for)


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


_FUNCTIONS = (
    read,
    write,
    close,
    dup,
    fstat,
    get_blocking,
    set_blocking,
    get_inheritable,
    set_inheritable,
    pipe,
    sendfile,
)


def install() -> None:
    """Puts these in the place of `os`'s own, which they call for descriptors that are not ours."""
    for function in _FUNCTIONS:
        name = function.__name__
        if hasattr(os, name):
            _own[name] = getattr(os, name)
        setattr(os, name, BuiltinLike(function, os))
