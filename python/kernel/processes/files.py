"""`os.pipe` and company for files that live in the memory which the processes share."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from kernel.processes.port import the_port
from kernel.processes.waiting import attempt_until

__no_switch__ = True

#: Smaller numbers are the interpreter's own files.
FIRST = 1 << 20
_PAIR = 1_024

WOULD_BLOCK = -1
BROKEN_PIPE = -2
NO_SUCH_DESCRIPTOR = -3
TOO_MANY_OPEN = -4

#: Where bytes change hands with the worker: a proxy for each would cost more than the bytes.
_DESK_BYTES = 65_536
_desk = memoryview(bytearray(_DESK_BYTES))

_own: dict[str, Callable[..., Any]] = {}


def is_shared(fd: Any) -> bool:
    """Whether the number is one of ours."""
    return type(fd) is int and fd >= FIRST


def descriptor(fd: int) -> int:
    """The number in the table of this process."""
    return fd - FIRST


def to_fd(found: int) -> int:
    """From a number in the table, or an error, to a file descriptor."""
    if found == TOO_MANY_OPEN:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
    if found < 0:
        raise _bad()
    return FIRST + found


def pipe() -> tuple[int, int]:
    """Create a pipe: (end to read from, end to write to)."""
    return _two(the_port().pipe())


def duplex_pipe() -> tuple[int, int]:
    """Two ends, each for reading what was written to the other."""
    return _two(the_port().duplex())


def _two(found: int) -> tuple[int, int]:
    if found < 0:
        to_fd(found)
    first, second = divmod(found, _PAIR)
    return FIRST + first, FIRST + second


def read(fd: int, length: int, /) -> bytes:
    """Read from a file descriptor. Returns a bytes object."""
    if not is_shared(fd):
        return _own["read"](fd, length)
    port, number = the_port(), fd - FIRST
    # Most of the time something is there already.
    count = port.read(number, length)
    if count >= 0:
        return bytes(_desk[:count])
    found = attempt_until(
        lambda: _taken(port.read(number, length)),
        lambda: port.armRead(number),
        None,
        "something to read from another process",
    )
    assert found is not None
    return found


def _taken(count: int) -> bytes | None:
    """What lies on the desk, before another thread puts something there."""
    if count >= 0:
        return bytes(_desk[:count])
    if count == WOULD_BLOCK:
        return None
    raise _bad()


def write(fd: int, data: Any, /) -> int:
    """Write a bytes object to a file descriptor."""
    if not is_shared(fd):
        return _own["write"](fd, data)
    number = fd - FIRST
    if type(data) is bytes and len(data) <= _DESK_BYTES:
        return _write_piece(number, data, len(data))
    source = memoryview(data).cast("B")
    # All of it, as a write that may wait does.
    done = _write_piece(number, source[:_DESK_BYTES], min(len(source), _DESK_BYTES))
    while done < len(source):
        piece = source[done : done + _DESK_BYTES]
        done += _write_piece(number, piece, len(piece))
    return done


def _write_piece(number: int, piece: Any, length: int) -> int:
    port = the_port()

    def attempt() -> int | None:
        # Every time anew: others use the desk while this waits.
        _desk[:length] = piece
        written = port.write(number, length)
        return None if written == WOULD_BLOCK else written

    written = attempt()
    if written is None:
        written = attempt_until(
            attempt, lambda: port.armWrite(number), None, "another process to read what was written"
        )
    assert written is not None
    if written == BROKEN_PIPE:
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
    if written < 0:
        raise _bad()
    return written


def close(fd: int) -> None:
    """Close a file descriptor."""
    if not is_shared(fd):
        _own["close"](fd)
    elif not the_port().close(fd - FIRST):
        raise _bad()


def dup(fd: int, /) -> int:
    """Return a duplicate of a file descriptor."""
    return to_fd(the_port().duplicate(fd - FIRST)) if is_shared(fd) else _own["dup"](fd)


def ftruncate(fd: int, length: int, /) -> None:
    """Truncate a file, specified by file descriptor, to a specific length."""
    if not is_shared(fd):
        _own["ftruncate"](fd, length)
    elif not the_port().isSegment(fd - FIRST) or not the_port().resizeSegment(fd - FIRST, length):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def fstat(fd: int) -> Any:
    """Perform a stat system call on the given file descriptor."""
    if not is_shared(fd):
        return _own["fstat"](fd)
    if not the_port().handle(fd - FIRST):
        raise _bad()
    is_segment = the_port().isSegment(fd - FIRST)
    return SimpleNamespace(st_size=the_port().segmentSize(fd - FIRST) if is_segment else 0)


def set_blocking(fd: int, blocking: bool, /) -> None:
    """Set the blocking mode of the specified file descriptor."""
    if not is_shared(fd):
        _own["set_blocking"](fd, blocking)


def get_inheritable(fd: int, /) -> bool:
    """Get the close-on-exe flag of the specified file descriptor."""
    return False if is_shared(fd) else _own["get_inheritable"](fd)


def set_inheritable(fd: int, inheritable: bool, /) -> None:
    """Set the inheritable flag of the specified file descriptor."""
    if not is_shared(fd):
        _own["set_inheritable"](fd, inheritable)


def _bad() -> OSError:
    return OSError(errno.EBADF, os.strerror(errno.EBADF))


def use_desk() -> None:
    """Tells the worker where the desk is."""
    the_port().useDesk(_desk.obj)  # type: ignore[arg-type]


def install() -> None:
    """Puts these in the place of `os`'s own, which they call for files that are not ours."""
    use_desk()
    functions = (
        read,
        write,
        close,
        dup,
        ftruncate,
        fstat,
        set_blocking,
        get_inheritable,
        set_inheritable,
    )
    for function in functions:
        name = function.__name__
        _own[name] = getattr(os, name)
        _replace(name, function)
    _replace("pipe", pipe)


def _replace(name: str, function: Callable[..., Any]) -> None:
    # Pickled by name, and named like the builtin in messages.
    function.__module__ = "os"
    setattr(os, name, function)
