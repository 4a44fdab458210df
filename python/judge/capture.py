"""Standard streams that keep a bounded amount and count the rest."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from judge.report import Capture
from kernel import processes

_CHUNK_BYTES = 65_536

_os_fstat = os.fstat


class BoundedSink(io.BufferedIOBase):
    """Takes UTF-8 bytes for ever, keeps the first `limit` characters. Closing it does nothing."""

    def __init__(self, limit: int, name: str, descriptor: int) -> None:
        self.limit = limit
        self.name = name
        self._descriptor = descriptor
        self._start()

    def _start(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._parts: list[str] = []
        self._kept = 0
        self._total = 0

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def close(self) -> None:
        pass

    def write(self, data: Any, /) -> int:
        view = memoryview(data).cast("B")
        for start in range(0, len(view), _CHUNK_BYTES):
            self._add(self._decoder.decode(view[start : start + _CHUNK_BYTES]))
        return len(view)

    def _add(self, text: str) -> None:
        self._total += len(text)
        room = self.limit - self._kept
        if room > 0 and text:
            part = text[:room]
            self._parts.append(part)
            self._kept += len(part)

    def take(self) -> Capture:
        """What came since the last call."""
        self._add(self._decoder.decode(b"", True))
        capture: Capture = {
            "text": "".join(self._parts),
            "total": self._total,
            "dropped": self._total - self._kept,
        }
        self._start()
        return capture


class Streams:
    """stdout and stderr of one run, taken piece by piece: around the tests, and for each test."""

    def __init__(self, limit: int, stdin: str = "") -> None:
        """`stdin`: what every test finds in its standard input."""
        self._limit = limit
        self._stdin = stdin
        self._sinks = self._make_sinks()
        self._files = tuple(map(_text_file, self._sinks))
        self._outside = [empty_capture(), empty_capture()]

    def _make_sinks(self) -> tuple[Any, Any]:
        return BoundedSink(self._limit, "<stdout>", 1), BoundedSink(self._limit, "<stderr>", 2)

    def _open_stdin(self) -> io.TextIOWrapper:
        data = self._stdin.encode("utf-8", "surrogatepass")
        return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Replaces sys.stdout, sys.stderr and sys.stdin, and os.write to descriptors 1 and 2."""
        names = ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__")
        before = {name: getattr(sys, name) for name in names}
        self.restore()
        write_before = os.write
        os.write = self._descriptor_writer(write_before)
        receiver_before = processes.receive_with(self._receive)
        try:
            yield
        finally:
            processes.receive_with(receiver_before)
            os.write = write_before
            for name, value in before.items():
                setattr(sys, name, value)

    def restore(self) -> None:
        """Puts the streams back in place; one that was detached is made anew. stdin begins anew."""
        self._files = tuple(
            file if _is_usable(file) else _text_file(sink)
            for file, sink in zip(self._files, self._sinks, strict=True)
        )
        sys.stdout = sys.__stdout__ = self._files[0]  # type: ignore[misc]
        sys.stderr = sys.__stderr__ = self._files[1]  # type: ignore[misc]
        sys.stdin = sys.__stdin__ = self._open_stdin()  # type: ignore[misc]

    def take(self) -> tuple[Capture, Capture]:
        """(stdout, stderr) since the last call, with what children have printed."""
        processes.receive_printed()
        self.flush_files()
        return self._sinks[0].take(), self._sinks[1].take()

    def flush_files(self) -> None:
        for file in self._files:
            _flush(file)

    def take_outside(self) -> None:
        """Adds what came since the last call to the output that belongs to no test."""
        for index, capture in enumerate(self.take()):
            self._outside[index] = join_captures(self._outside[index], capture, self._limit)

    @property
    def outside(self) -> tuple[Capture, Capture]:
        """(stdout, stderr) that belongs to no test."""
        return self._outside[0], self._outside[1]

    def _receive(self, stream: int, data: bytes) -> None:
        _flush(self._files[stream - 1])
        self._sinks[stream - 1].write(data)

    def _descriptor_writer(self, plain_write: Any) -> Any:
        originals = {descriptor: _identity(descriptor) for descriptor in (1, 2)}

        def write(fd: int, data: Any, /) -> int:
            # A test with `capfd` points the descriptor elsewhere: then the write is real.
            if fd in originals and _identity(fd) == originals[fd]:
                _flush(self._files[fd - 1])
                return self._sinks[fd - 1].write(data)
            return plain_write(fd, data)

        write.__module__ = plain_write.__module__
        write.__qualname__ = "write"
        return write


def empty_capture() -> Capture:
    return {"text": "", "total": 0, "dropped": 0}


def cap(text: str, limit: int) -> Capture:
    """Keeps the first `limit` characters."""
    kept = text[:limit]
    return {"text": kept, "total": len(text), "dropped": len(text) - len(kept)}


def join_captures(first: Capture, second: Capture, limit: int) -> Capture:
    room = limit - len(first["text"]) if first["dropped"] == 0 else 0
    text = first["text"] + second["text"][:room]
    total = first["total"] + second["total"]
    return {"text": text, "total": total, "dropped": total - len(text)}


def _text_file(sink: Any) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        sink,
        encoding="utf-8",
        errors="backslashreplace",
        newline="\n",
        line_buffering=getattr(sink, "is_live", False),
    )


def _is_usable(file: io.TextIOWrapper) -> bool:
    try:
        return not file.closed
    except ValueError:
        return False


def _flush(file: io.TextIOWrapper) -> None:
    try:
        file.flush()
    except (ValueError, OSError):
        pass


def _identity(descriptor: int) -> tuple[int, int] | None:
    try:
        status = _os_fstat(descriptor)
    except OSError:
        return None
    return status.st_dev, status.st_ino
