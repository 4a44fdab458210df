"""A loop with nothing ready and no timer can never go on: say which task waits where."""

from __future__ import annotations

import asyncio
import os
import re
from types import FrameType
from typing import Any

_LIBRARY = os.path.dirname(asyncio.__file__)


class Deadlock(RuntimeError):
    """Every task is waiting, no timer is due, and nothing outside can wake the loop."""


def explain(loop: asyncio.AbstractEventLoop) -> str:
    """Sentences for a Deadlock: one line for each stuck task with `file:line`."""
    tasks = sorted(asyncio.all_tasks(loop), key=lambda task: _natural(task.get_name()))
    if not tasks:
        return (
            "The event loop has nothing left to do: no task exists, no timer is due, "
            "and nothing will call stop()."
        )
    lines = ["Deadlock: every task is waiting and no timer is due, so the program can never go on."]
    lines += [f"  {task.get_name()} {_where(task)}" for task in tasks]
    return "\n".join(lines)


def _where(task: asyncio.Task[Any]) -> str:
    frames = _await_chain(task.get_coro())
    if not frames:
        return "has not started"
    own = [frame for frame in frames if not frame.f_code.co_filename.startswith(_LIBRARY)]
    frame = own[-1] if own else frames[-1]
    place = f"{_short_path(frame.f_code.co_filename)}:{frame.f_lineno}"
    return f"waits{_for_what(task, frames)} at {place} in {frame.f_code.co_qualname}"


def _for_what(task: asyncio.Task[Any], frames: list[FrameType]) -> str:
    waited = getattr(task, "_fut_waiter", None)
    if isinstance(waited, asyncio.Task):
        return f" for {waited.get_name()}"
    innermost = frames[-1].f_code
    if innermost.co_filename.startswith(_LIBRARY):
        owner, _, method = innermost.co_qualname.rpartition(".")
        return f" in {owner if owner and method.startswith('_') else innermost.co_qualname}"
    return ""


def _await_chain(coroutine: Any) -> list[FrameType]:
    """Frames of a suspended coroutine, outermost first."""
    frames: list[FrameType] = []
    while coroutine is not None and len(frames) < 1000:
        for prefix in ("cr", "gi", "ag"):
            frame = getattr(coroutine, f"{prefix}_frame", None)
            if isinstance(frame, FrameType):
                frames.append(frame)
                name = "gi_yieldfrom" if prefix == "gi" else f"{prefix}_await"
                coroutine = getattr(coroutine, name, None)
                break
        else:
            return frames
    return frames


def _short_path(path: str) -> str:
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):
        return path
    return path if relative.startswith("..") else relative


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Task-2 before Task-10."""
    parts = re.findall(r"\d+|\D+", name)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]
