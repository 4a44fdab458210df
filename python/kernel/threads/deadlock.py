"""When no thread can ever go on: say which thread waits for what, held by whom, at which line."""

from __future__ import annotations

import os
import sys
import threading
from types import FrameType
from typing import TYPE_CHECKING, Any

from kernel.deadlock import Deadlock

if TYPE_CHECKING:
    from kernel.threads.record import GreenThread
    from kernel.threads.scheduler import Scheduler

__no_switch__ = True

_LIBRARY = os.path.dirname(os.__file__)
_KERNEL = os.path.dirname(os.path.dirname(__file__))


class Deadlocked(Deadlock):
    """All threads wait, no timer is due, and nothing outside can wake one. Raised in the main
    thread."""


def explain(scheduler: Scheduler) -> str:
    """Sentences for a Deadlocked: one line for each thread."""
    lines = ["Deadlock: every thread is waiting and no timer is due, so none can ever go on."]
    threads = list(scheduler.alive.values())
    # A thread that waits in the library's own code knows no name for what it waits for.
    frames = [frame for thread in threads if (frame := own_frame(thread.frame)) is not None]
    lines += [f"  {_describe(thread, frames)}" for thread in threads]
    return "\n".join(lines)


def _describe(thread: GreenThread, frames: list[FrameType]) -> str:
    frame = own_frame(thread.frame)
    place = f" at {_place(frame)}" if frame is not None else ""
    seen = frames if frame is None else [frame, *frames]
    return f"{name_of(thread)} waits for {_what(thread, seen)}{place}"


def name_of(thread: GreenThread) -> str:
    """The thread's name as `threading` knows it."""
    known: Any = thread.owner
    if not isinstance(known, threading.Thread):
        known = threading._active.get(thread.ident)  # type: ignore[attr-defined]
    return known.name if known is not None else f"thread {thread.ident}"


def own_frame(frame: FrameType | None) -> FrameType | None:
    """The innermost frame that is neither the library's nor the kernel's."""
    while frame is not None and is_library(frame.f_code.co_filename):
        frame = frame.f_back
    return frame


def is_library(path: str) -> bool:
    """Whether a file belongs to the standard library or to us."""
    return path.startswith((_LIBRARY, _KERNEL, "<frozen"))


def _place(frame: FrameType) -> str:
    return f"{_short_path(frame.f_code.co_filename)}:{frame.f_lineno} in {frame.f_code.co_qualname}"


def _what(thread: GreenThread, frames: list[FrameType]) -> str:
    waited = thread.waits_for
    if isinstance(waited, str):
        return waited
    call = _library_call(thread.frame)
    if call is not None and call[1] is not waited:
        method, owner = call
        name = _name_of_object(frames, owner)
        if isinstance(owner, threading.Thread):
            return f"the end of {owner.name} ({method})"
        return f"{method}() of {name}" if name else f"{method}()"
    name = _name_of_object(frames, waited)
    holder = getattr(waited, "_holder", None)
    held = f", held by {name_of(holder)}" if holder is not None else ""
    return f"{name or repr(waited)}{held}"


def _library_call(frame: FrameType | None) -> tuple[str, Any] | None:
    """The library's method that the program called and is waiting in: its name and its object."""
    found: tuple[str, Any] | None = None
    while frame is not None and is_library(frame.f_code.co_filename):
        if not frame.f_code.co_filename.startswith(_KERNEL) and "self" in frame.f_locals:
            owner = frame.f_locals["self"]
            found = f"{type(owner).__name__}.{frame.f_code.co_name}", owner
        frame = frame.f_back
    return found if frame is not None else None


def _name_of_object(frames: list[FrameType], wanted: Any) -> str | None:
    return next((name for frame in frames if (name := _name_in(frame, wanted)) is not None), None)


def _name_in(frame: FrameType, wanted: Any) -> str | None:
    """What the program calls an object where it waits: a variable, or an attribute of one."""
    for names in (frame.f_locals, frame.f_globals):
        for name, value in names.items():
            if value is wanted:
                return name
        for name, value in names.items():
            if type(value).__module__ in sys.stdlib_module_names:
                continue
            for attribute, held in getattr(value, "__dict__", {}).items():
                if held is wanted:
                    return f"{name}.{attribute}"
    return None


def _short_path(path: str) -> str:
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):
        return path
    return path if relative.startswith("..") else relative
