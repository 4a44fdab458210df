"""Hides the loop that Pyodide keeps running for ever, so that code under test sees none."""

from __future__ import annotations

import asyncio
import sys
from asyncio import events, tasks
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def detached() -> Iterator[None]:
    """Inside the block no loop is running, no task is current, no async-generator hooks are set.

    Each call into Python may have a thread state of its own (stack switching), so this belongs
    around the work itself: once at installation is not enough.
    """
    outer = events._get_running_loop()
    hooks = sys.get_asyncgen_hooks()
    task: asyncio.Task[Any] | None = None
    if outer is not None:
        task = asyncio.current_task(outer)
        if task is not None:
            tasks._leave_task(outer, task)
        events._set_running_loop(None)
    sys.set_asyncgen_hooks(None, None)
    try:
        yield
    finally:
        sys.set_asyncgen_hooks(*hooks)
        events._set_running_loop(outer)
        if outer is not None and task is not None:
            tasks._enter_task(outer, task)


def forget_running_loop() -> None:
    """After a test: a loop that was left registered as running must not meet the next one."""
    events._set_running_loop(None)
