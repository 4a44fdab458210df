"""Tracebacks as frames: whose line it was, with columns as an editor counts them."""

from __future__ import annotations

import codecs
import itertools
from asyncio import CancelledError
from collections.abc import Iterator
from types import CodeType, TracebackType

from judge.layout import Layout
from judge.report import Frame

#: More frames than this (a deep recursion) lose their middle.
MAX_FRAMES = 40
_MAX_SOURCE = 1_000

#: Found now: code under test may have taken the ways to import a codec away.
_encode_utf16 = codecs.getencoder("utf-16-le")


def read_frames(error: BaseException, layout: Layout) -> tuple[list[Frame], int]:
    """The frames inside the run's folder, innermost last, and how many others were left out.

    What leads to the first of them is the test runner's own and is not counted.
    """
    frames: list[Frame] = []
    folded = 0
    for traceback in _tracebacks(error):
        frame = _read_frame(traceback, layout)
        if frame is None:
            folded += bool(frames)
        else:
            frames.append(frame)
    if len(frames) > MAX_FRAMES:
        folded += len(frames) - MAX_FRAMES
        half = MAX_FRAMES // 2
        frames = frames[:half] + frames[-half:]
    return frames, folded


def utf16_column(line: str, characters: int) -> int:
    """Column (from 1, UTF-16 units) of the character with the given index (from 0)."""
    encoded, _ = _encode_utf16(line[: max(characters, 0)], "surrogatepass")
    return len(encoded) // 2 + 1


def byte_column(line: str, offset: int) -> int:
    """Column (from 1, UTF-16 units) of a byte offset (from 0) into the line's UTF-8."""
    data = line.encode("utf-8", "surrogatepass")[:offset]
    return utf16_column(line, len(data.decode("utf-8", "ignore")))


def shorten_source(line: str) -> str:
    return line if len(line) <= _MAX_SOURCE else line[:_MAX_SOURCE] + "…"


def _tracebacks(error: BaseException) -> Iterator[TracebackType]:
    """An error group says little by itself: the frames of its first leaf follow its own."""
    current: BaseException | None = error
    while current is not None:
        traceback = current.__traceback__
        while traceback is not None:
            yield traceback
            traceback = traceback.tb_next
        current = current.exceptions[0] if isinstance(current, BaseExceptionGroup) else None


def _read_frame(traceback: TracebackType, layout: Layout) -> Frame | None:
    code = traceback.tb_frame.f_code
    path = layout.relative(code.co_filename)
    origin = layout.origin(path)
    if path is None or origin == "library":
        return None
    line, end_line, column, end_column = _position(code, traceback.tb_lasti)
    line = line or traceback.tb_lineno
    text = layout.line(path, line)
    last = text if end_line in (None, line) else layout.line(path, end_line or line)
    return {
        "file": path,
        "line": line,
        "endLine": end_line,
        "column": None if column is None else byte_column(text, column),
        "endColumn": None if end_column is None else byte_column(last, end_column),
        "function": code.co_name,
        "source": shorten_source(text),
        "origin": origin,
    }


def _position(
    code: CodeType, instruction: int
) -> tuple[int | None, int | None, int | None, int | None]:
    if instruction < 0:
        return None, None, None, None
    found = next(itertools.islice(code.co_positions(), instruction // 2, None), None)
    return found or (None, None, None, None)


def read_interrupted(error: BaseException, layout: Layout) -> list[Frame]:
    """Where an interrupted run was, innermost last.

    `asyncio.run` turns the first interrupt into a cancellation: where the program stood is then
    told by the CancelledError behind the KeyboardInterrupt.
    """
    frames, _ = read_frames(error, layout)
    behind = error.__context__
    if isinstance(behind, CancelledError):
        frames += [frame for frame in read_frames(behind, layout)[0] if frame not in frames]
    return frames
