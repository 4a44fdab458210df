"""Ends child processes that nobody has ended."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from kernel.processes.port import has_port, the_port

__no_switch__ = True


def alive_children() -> frozenset[int]:
    """Pids of this process's children that have not ended."""
    if not has_port():
        return frozenset()
    port = the_port()
    return frozenset(pid for text in port.children().split() if port.isAlive(pid := int(text)))


def end_children(spared: frozenset[int]) -> list[str]:
    """Kills every other child, and returns the names of those that were killed."""
    names: list[str] = []
    for pid in sorted(alive_children() - spared):
        names.append(_name_of(pid))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return names


def _name_of(pid: int) -> str:
    process: Any = sys.modules.get("multiprocessing.process")
    children: set[Any] = process._children if process is not None else set()
    for child in list(children):
        if child.pid == pid:
            children.discard(child)
            return child.name
    return f"process {pid}"
