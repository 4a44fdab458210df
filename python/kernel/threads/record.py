"""What the scheduler knows of one thread, and of one wait of it."""

from __future__ import annotations

from types import FrameType
from typing import Any

#: The preemption handler does not switch inside modules that carry this name.
__no_switch__ = True


class GreenThread:
    """A Python thread: one suspendable stack."""

    __slots__ = (
        "__weakref__",
        "cleanups",
        "frame",
        "handle",
        "ident",
        "is_daemon",
        "owner",
        "parking",
        "pending",
        "waits_for",
    )

    def __init__(
        self, ident: int, handle: Any = None, is_daemon: bool = False, owner: Any = None
    ) -> None:
        self.ident = ident
        #: The `threading.Thread` it belongs to, if it does to one.
        self.owner = owner
        self.handle = handle
        self.is_daemon = is_daemon
        #: Innermost frame while another thread runs.
        self.frame: FrameType | None = None
        #: Set while the thread waits.
        self.parking: Parking | None = None
        #: What it waits for: a lock, a thread's handle, or words.
        self.waits_for: Any = None
        #: Raised in the thread as soon as it goes on.
        self.pending: BaseException | None = None
        #: Called with the thread when it ends.
        self.cleanups: list[Any] = []


class Parking:
    """One wait of one thread. Whoever holds it may end the wait."""

    __slots__ = ("is_over", "thread", "was_woken")

    def __init__(self, thread: GreenThread) -> None:
        self.thread = thread
        self.is_over = False
        self.was_woken = False

    def expire(self) -> GreenThread | None:
        """Its time is over. Returns the thread that can go on now."""
        self.is_over = True
        return self.thread
