"""Standard input that waits for what the learner types, while other threads go on."""

from __future__ import annotations

import io
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from kernel import sleeping
from kernel.threads import active_scheduler
from kernel.threads.record import Parking

__no_switch__ = True


class Port(Protocol):
    """What the worker gives. Nothing of it waits."""

    #: Whether the worker has to hear its messages for a line to arrive.
    needsListening: bool

    def take(self) -> str | None:
        """The line with its line end, "" at the end of the input, None while there is none."""
        ...


_port: Port | None = None
_problem = ""
_ask: Callable[[], object] | None = None
_is_asked = False
#: Lines that have come and that nobody has read.
_lines: deque[str] = deque()
_listened_at = 0.0
_monotonic = time.monotonic


def install(port: Port, problem: str) -> None:
    """Called once per interpreter.

    `problem` says why nothing can wait for a line here; empty where it can.
    """
    global _port, _problem
    _port = port
    _problem = problem


@contextmanager
def asking_with(ask: Callable[[], object]) -> Iterator[None]:
    """Inside the block `ask()` is called whenever the program begins to wait for a line."""
    global _ask
    before, _ask = _ask, ask
    try:
        yield
    finally:
        _ask = before


def open_keyboard() -> io.TextIOWrapper:
    """A standard input that reads what is typed, line by line."""
    return io.TextIOWrapper(_TypedBytes(), encoding="utf-8", newline=None)  # type: ignore[arg-type]


class _TypedBytes(io.BufferedIOBase):
    """Typed lines as bytes. Its own buffer: one in C could not be left in the middle."""

    name = "<stdin>"

    def __init__(self) -> None:
        self._rest = b""

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0

    def read1(self, size: int = -1, /) -> bytes:
        if not self._rest:
            # As at a terminal: after the end of the input the next read asks again.
            self._rest = read_line().encode("utf-8", "surrogatepass")
        return self._take(size)

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            parts: list[bytes] = []
            while part := self.read1():
                parts.append(part)
            return b"".join(parts)
        return self.read1(size)

    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer).cast("B")
        data = self.read1(len(view))
        view[: len(data)] = data
        return len(data)

    def _take(self, size: int) -> bytes:
        size = len(self._rest) if size < 0 else size
        data, self._rest = self._rest[:size], self._rest[size:]
        return data


def read_line() -> str:
    """Waits for one line; "" at the end of the input.

    Raises EOFError where nobody can be asked, or where the browser cannot wait.
    """
    if _port is None or _ask is None:
        return ""
    if _problem:
        raise EOFError(
            f"input() cannot wait for the keyboard in this browser: {_problem}, and the page has "
            "no shared memory. Give the program its values in the code instead."
        )
    global _is_asked
    _poll(_port)
    while not _lines:
        if not _is_asked:
            _is_asked = True
            _ask()
        _wait(_port)
        _poll(_port)
    _is_asked = False
    return _lines.popleft()


def _poll(port: Port) -> None:
    line = port.take()
    if line is not None:
        _lines.append(line)


def _wait(port: Port) -> None:
    """Returns when it is worth looking again. Raises what is meant for this thread."""
    scheduler: Any = active_scheduler()
    if scheduler is None:
        sleeping.wait_slice(sleeping.SLICE_SECONDS)
        return

    def look() -> bool:
        _listen(port, scheduler)
        _poll(port)
        return bool(_lines) and scheduler.unpark(parking)

    parking = Parking(scheduler.current)
    scheduler.outside.append(look)
    try:
        scheduler.park(parking, None, "a line from the keyboard")
    finally:
        scheduler.outside.remove(look)


def _listen(port: Port, scheduler: Any) -> None:
    """Lets the worker hear its messages, now and then."""
    global _listened_at
    if port.needsListening and _monotonic() - _listened_at >= sleeping.SLICE_SECONDS:
        scheduler.stacks.listen()
        _listened_at = _monotonic()
