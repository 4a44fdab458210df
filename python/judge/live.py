"""Standard streams of a program that somebody watches: told at once, up to a limit."""

from __future__ import annotations

import codecs
import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

from judge.capture import Streams
from judge.program_report import ProgramEvent
from kernel import keyboard

StreamName = Literal["stdout", "stderr"]

#: Events that may come at once, and how many more every second; the rest waits and goes together.
_BURST = 1_000
_PER_SECOND = 100
#: Characters that do not wait any longer.
_HELD_CHARACTERS = 8_000
_CHUNK_BYTES = 65_536

_now = time.perf_counter


class LivePrinter:
    """Tells what both streams print, in order, and counts what is too much."""

    def __init__(self, limit: int, emit: Callable[[ProgramEvent], object]) -> None:
        self._emit = emit
        self._room = limit
        self._held: list[str] = []
        self._held_characters = 0
        self._stream: StreamName = "stdout"
        self._tokens = float(_BURST)
        self._refilled_at = _now()
        self.dropped = 0

    def print(self, stream: StreamName, text: str) -> None:
        kept = text[: self._room]
        self.dropped += len(text) - len(kept)
        if not kept:
            return
        self._room -= len(kept)
        if stream != self._stream:
            self.tell()
            self._stream = stream
        self._held.append(kept)
        self._held_characters += len(kept)
        # The last that is kept is never held back: nothing comes after it that would take it along.
        if not self._room or self._held_characters >= _HELD_CHARACTERS or self._has_token():
            self.tell()

    def tell(self) -> None:
        """Sends what was held back."""
        if not self._held:
            return
        text = "".join(self._held)
        self._held.clear()
        self._held_characters = 0
        self._tokens -= 1
        self._emit({"type": "printed", "stream": self._stream, "text": text})

    def _has_token(self) -> bool:
        now = _now()
        self._tokens = min(_BURST, self._tokens + (now - self._refilled_at) * _PER_SECOND)
        self._refilled_at = now
        return self._tokens >= 1


class LiveSink(io.BufferedIOBase):
    """One stream's bytes. Closing it does nothing."""

    #: Every line is told when it ends.
    is_live = True

    def __init__(self, printer: LivePrinter, stream: StreamName, descriptor: int) -> None:
        self.name = f"<{stream}>"
        self._printer = printer
        self._stream: StreamName = stream
        self._descriptor = descriptor
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def close(self) -> None:
        pass

    def write(self, data: Any, /) -> int:
        view = memoryview(data).cast("B")
        for start in range(0, len(view), _CHUNK_BYTES):
            part = view[start : start + _CHUNK_BYTES]
            self._printer.print(self._stream, self._decoder.decode(part))
        return len(view)


class LiveStreams(Streams):
    """stdout and stderr as they are printed, and a keyboard as stdin."""

    def __init__(self, limit: int, emit: Callable[[ProgramEvent], object]) -> None:
        self.printer = LivePrinter(limit, emit)
        self._emit = emit
        super().__init__(limit)

    def _make_sinks(self) -> tuple[Any, Any]:
        return LiveSink(self.printer, "stdout", 1), LiveSink(self.printer, "stderr", 2)

    def _open_stdin(self) -> io.TextIOWrapper:
        return keyboard.open_keyboard()

    @contextmanager
    def installed(self) -> Iterator[None]:
        with keyboard.asking_with(self._ask), super().installed():
            try:
                yield
            finally:
                self.flush()

    def flush(self) -> None:
        """Tells everything that was printed."""
        self.flush_files()
        self.printer.tell()

    def _ask(self) -> None:
        self.flush()
        self._emit({"type": "input-wanted"})
