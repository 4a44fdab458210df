"""`open` for the descriptors of pipes and sockets in memory."""

from __future__ import annotations

import builtins
import io
import os
import warnings
from typing import Any

from kernel.sockets import network

__no_switch__ = True

_plain_open = io.open


class DescriptorFile(io.RawIOBase):
    """What `io.FileIO` is for other descriptors."""

    def __init__(self, fd: int, mode: str, closefd: bool) -> None:
        self.name = fd
        self.closefd = closefd
        self._fd = fd
        self._reads = "r" in mode or "+" in mode
        self._writes = "r" not in mode or "+" in mode

    @property
    def mode(self) -> str:
        return "rb" if not self._writes else "rb+" if self._reads else "wb"

    def fileno(self) -> int:
        self._look_open()
        return self._fd

    def readable(self) -> bool:
        self._look_open()
        return self._reads

    def writable(self) -> bool:
        self._look_open()
        return self._writes

    def readinto(self, buffer: Any) -> int | None:
        self._look_open()
        if not self._reads:
            raise io.UnsupportedOperation("File not open for reading")
        view = memoryview(buffer).cast("B")
        try:
            data = os.read(self._fd, len(view))
        except BlockingIOError:
            return None
        view[: len(data)] = data
        return len(data)

    def write(self, data: Any, /) -> int | None:
        self._look_open()
        if not self._writes:
            raise io.UnsupportedOperation("File not open for writing")
        try:
            return os.write(self._fd, data)
        except BlockingIOError:
            return None

    def close(self) -> None:
        if self.closed:
            return
        try:
            super().close()
        finally:
            if self.closefd:
                os.close(self._fd)

    def __del__(self) -> None:
        if not self.closed and self.closefd and network.endpoint_of(self._fd) is not None:
            warnings.warn(f"unclosed file {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()

    def __repr__(self) -> str:
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self._fd} mode={self.mode!r} closefd={self.closefd}>"

    def _look_open(self) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file")


def open(
    file: Any,
    mode: str = "r",
    buffering: int = -1,
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
    closefd: bool = True,
    opener: Any = None,
) -> Any:
    """Open file and return a stream.  Raise OSError upon failure."""
    if not isinstance(file, int) or network.endpoint_of(file) is None:
        return _plain_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
    raw = DescriptorFile(file, mode, closefd)
    is_text = "b" not in mode
    if buffering == 0:
        if is_text:
            raise ValueError("can't have unbuffered text I/O")
        return raw
    size = buffering if buffering > 1 else io.DEFAULT_BUFFER_SIZE
    buffered: Any
    if raw._reads and raw._writes:
        # A pair has one file for each direction, as a socket's `makefile` has.
        buffered = io.BufferedRWPair(raw, raw, size)  # type: ignore[type-var]
    else:
        buffered = io.BufferedReader(raw, size) if raw._reads else io.BufferedWriter(raw, size)
    if not is_text:
        return buffered
    text = io.TextIOWrapper(buffered, encoding, errors, newline, line_buffering=buffering == 1)
    text.mode = mode  # type: ignore[misc]
    return text


open.__module__ = "_io"


def let_open() -> None:
    """Called when there is a descriptor that the interpreter's own `open` knows nothing about.

    Before that `open` stays what it is, so that nothing of ours stands between a program and its
    files, in tracebacks and where memory was taken.
    """
    for module in (builtins, io):
        if module.open is _plain_open:  # type: ignore[attr-defined]
            module.open = open  # type: ignore[attr-defined]
