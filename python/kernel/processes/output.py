"""What children print reaches the process that runs the tests, and becomes its test's output."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import Any

from kernel.processes.port import has_port, the_port

__no_switch__ = True

_HEADER_BYTES = 5

Receive = Callable[[int, bytes], object]

_receive: Receive | None = None
_streams: dict[int, int] = {}
_write: Callable[[int, Any], int]


class ConsoleFile(io.RawIOBase):
    """One of a child's standard streams."""

    def __init__(self, stream: int) -> None:
        self._stream = stream
        self.name = f"<{'stdout' if stream == 1 else 'stderr'}>"

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._stream

    def write(self, data: Any, /) -> int:
        return _print(self._stream, bytes(data))


def _print(stream: int, content: bytes) -> int:
    fd = _streams.get(stream)
    if fd is None:
        the_port().print(stream, content)
        return len(content)
    rest = memoryview(content)
    while rest:
        rest = rest[_write(fd, bytes(rest)) :]
    return len(content)


def own_streams() -> dict[int, int]:
    """The pipes that this process prints into, by stream; none where it prints to the console."""
    return dict(_streams)


def install_in_child(streams: dict[int, int]) -> None:
    """`sys.stdout`, `sys.stderr` and `os.write` to descriptors 1 and 2 lead to the console.

    Those in `streams` lead into a pipe instead, as its descriptor says.
    """
    global _write
    _streams.update(streams)
    for stream, name in ((1, "stdout"), (2, "stderr")):
        file = io.TextIOWrapper(
            io.BufferedWriter(ConsoleFile(stream)),
            encoding="utf-8",
            errors="backslashreplace",
            newline="\n",
            # A killed child has printed what it printed.
            line_buffering=True,
        )
        setattr(sys, name, file)
        setattr(sys, f"__{name}__", file)
    sys.stdin = sys.__stdin__ = open(os.devnull)  # type: ignore[misc]  # noqa: SIM115
    _write = os.write
    os.write = write


def write(fd: int, data: Any, /) -> int:
    """Write a bytes object to a file descriptor."""
    if fd not in (1, 2):
        return _write(fd, data)
    return _print(fd, bytes(data))


def receive_with(receive: Receive | None) -> Receive | None:
    """From now on `receive(stream, bytes)` gets what children print; returns who got it before."""
    global _receive
    before, _receive = _receive, receive
    return before


def receive_printed() -> None:
    """Passes on what children have printed so far."""
    if _receive is None or not has_port():
        return
    port = the_port()
    printed = port.takePrinted()
    data = b"" if printed is None else printed.to_bytes()
    while data:
        stream, length = data[0], int.from_bytes(data[1:_HEADER_BYTES], "big")
        end = _HEADER_BYTES + length
        _receive(stream, data[_HEADER_BYTES:end])
        data = data[end:]
    dropped = port.takeDropped()
    if dropped:
        _receive(2, f"[{dropped} more bytes that children printed were dropped]\n".encode())
