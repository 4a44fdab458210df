"""The memory below `Value`, `Array` and their like: segments without a name."""

from __future__ import annotations

import os
from multiprocessing import heap, reduction, util
from typing import Any

from kernel.processes.memory import new_segment

_names: Any = heap


class Arena(_names.Arena):
    """A shared memory area."""

    __module__ = heap.__name__

    def __init__(self, size: int, fd: int = -1) -> None:
        super().__init__(size, new_segment(size) if fd == -1 else fd)
        util.Finalize(self, os.close, (self.fd,))


def install() -> None:
    """`multiprocessing.heap` takes its memory from here."""
    reduction.register(Arena, _names.reduce_arena)
    _names.Arena = Arena
