"""The parts of `multiprocessing.connection` and `reduction` that touch the system."""

from __future__ import annotations

import errno
import multiprocessing.context as context
import os
from collections.abc import Iterable
from itertools import count
from multiprocessing import connection, reduction
from typing import Any

from kernel.processes import files
from kernel.processes.files import FIRST, is_shared, to_fd
from kernel.processes.port import the_port
from kernel.processes.waiting import attempt_until

__no_switch__ = True

_HANDLE_BYTES = 4
#: Comes before a handle among the bytes of a connection: how many there are.
_ONE_HANDLE = b"\x01"
_ports = count(49_152)

Connection: Any = connection.Connection


def Pipe(duplex: bool = True) -> tuple[Any, Any]:
    """Returns pair of connection objects at either end of a pipe."""
    if duplex:
        first, second = files.duplex_pipe()
        return Connection(first), Connection(second)
    read_end, write_end = files.pipe()
    return Connection(read_end, writable=False), Connection(write_end, readable=False)


def wait(object_list: Iterable[Any], timeout: float | None = None) -> list[Any]:
    """Wait till an object in object_list is ready/readable.

    Returns list of those objects in object_list which are ready/readable.
    """
    port = the_port()
    numbers = [(item, _number(item)) for item in object_list]
    if not numbers and timeout is None:
        timeout = 0
    ready = attempt_until(
        lambda: [item for item, number in numbers if port.isReadable(number)] or None,
        lambda: [port.armRead(number) for _, number in numbers],
        timeout,
        "another process",
    )
    return ready or []


def _number(item: Any) -> int:
    fd = item if isinstance(item, int) else item.fileno()
    if not is_shared(fd):
        raise OSError(errno.ENOTSUP, "Only pipes and processes can be waited for here", str(item))
    return fd - FIRST


class Duplicate:
    """A file descriptor on its way to another process."""

    def __init__(self, fd: int) -> None:
        if not is_shared(fd) or not (handle := the_port().send(fd - FIRST)):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        self.number = handle

    def detach(self) -> int:
        """The file descriptor in the process that got it."""
        return to_fd(the_port().adopt(self.number))


def duplicate(fd: int) -> Any:
    """What is pickled for a file descriptor."""
    spawning: Any = context.get_spawning_popen()
    if spawning is not None:
        return spawning.DupFd(spawning.duplicate_for_child(fd))
    return Duplicate(fd)


def send_handle(conn: Any, handle: int, destination_pid: int) -> None:
    """Send a handle over a local connection."""
    if not is_shared(handle):
        raise OSError(
            errno.ENOTSUP,
            f"File descriptor {handle} is an open file, and those stay in their process here: "
            "send the file's name, or what is in it",
        )
    number = Duplicate(handle).number
    os.write(conn.fileno(), _ONE_HANDLE + number.to_bytes(_HANDLE_BYTES, "little"))


def recv_handle(conn: Any) -> int:
    """Receive a handle over a local connection."""
    mark = os.read(conn.fileno(), 1)
    if not mark:
        raise EOFError
    if mark != _ONE_HANDLE:
        raise RuntimeError("Invalid data received")
    return _adopt(conn.fileno())


def _adopt(fd: int) -> int:
    received = b""
    while len(received) < _HANDLE_BYTES:
        piece = os.read(fd, _HANDLE_BYTES - len(received))
        if not piece:
            raise EOFError
        received += piece
    return to_fd(the_port().adopt(int.from_bytes(received, "little")))


class SocketListener:
    """Waits for connections at an address that other processes of the run can name."""

    def __init__(self, address: Any, family: str, backlog: int = 1) -> None:
        if family == "AF_INET" and address[1] == 0:
            address = (address[0], next(_ports))
        self._read, self._write = files.pipe()
        if not the_port().listen(_key(address), self._write - FIRST):
            self.close()
            raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
        self._address = address
        self._family = family
        self._last_accepted = None
        self._is_named = True

    def accept(self) -> Any:
        """The next connection."""
        return Connection(_adopt(self._read))

    def close(self) -> None:
        if getattr(self, "_is_named", False):
            self._is_named = False
            the_port().stopListening(_key(self._address))
        if self._read >= 0:
            os.close(self._read)
            os.close(self._write)
            self._read = self._write = -1


def SocketClient(address: Any) -> Any:
    """Return a connection object connected to the socket given by `address`."""
    found = the_port().connect(_key(address))
    if found < 0:
        if isinstance(address, str):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), address)
        raise ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
    mine, theirs = files.duplex_pipe()
    listener = to_fd(found)
    try:
        handle = the_port().send(theirs - FIRST)
        os.write(listener, handle.to_bytes(_HANDLE_BYTES, "little"))
    finally:
        os.close(listener)
        os.close(theirs)
    return Connection(mine)


def _key(address: Any) -> str:
    if isinstance(address, tuple):
        host, number = address
        return f"{'127.0.0.1' if host in ('localhost', '') else host}:{number}"
    return str(address)


def install() -> None:
    """Puts these in the place of the standard library's."""
    module: Any = connection
    module.Pipe = Pipe
    module.wait = wait
    module.SocketListener = SocketListener
    module.SocketClient = SocketClient
    names: Any = reduction
    names.DupFd = duplicate
    names.send_handle = send_handle
    names.recv_handle = recv_handle
    for owner in (Pipe, wait, SocketListener, SocketClient):
        owner.__module__ = connection.__name__
