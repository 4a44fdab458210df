"""What lies in the simulated memory. Given; nothing to change here."""
from dataclasses import dataclass

COUNT = slice(0, 8)  # of each thing's bytes the first eight: its reference count
MARK = slice(8, 16)  # the next eight: where the collector writes while it looks
HEADER = 16


@dataclass(frozen=True)
class Thing:
    """An object of the simulated program. Its header is part of its size."""

    name: str
    size: int
    tracked: bool = True  # does the collector look at it?
    immortal: bool = False  # is its reference count left alone?
