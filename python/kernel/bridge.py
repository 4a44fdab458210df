"""Puts sleep and event loop in place; what only JavaScript can do comes as arguments."""

from __future__ import annotations

import asyncio
import sys
import time
from asyncio import events, runners
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from kernel import absent, sleeping, sockets, subinterpreters
from kernel.clock import ClockKind
from kernel.loop import SyncLoop, SyncLoopPolicy, use_clock

IN_BROWSER = sys.platform == "emscripten"


def install(
    wait_ms: Callable[[float], object] | None = None,
    check_interrupt: Callable[[], object] | None = None,
    mark_socket_file: Callable[[str], object] = lambda path: None,
) -> None:
    """Called once per interpreter, before any learner code.

    `wait_ms(ms)` blocks for at most that many milliseconds (never more than 20 are asked for);
    `check_interrupt()` raises KeyboardInterrupt if one is due. With a waiter `time.sleep` is
    replaced. `mark_socket_file(path)` makes the file there one that `stat` takes for a socket. In
    the browser Pyodide's own `asyncio.run` and loop policy are undone and SyncLoop is the loop of
    every program; elsewhere the native loop stays.
    """
    sleeping.use_waiter(wait_ms, check_interrupt)
    if wait_ms is not None:
        time.sleep = sleeping.sleep
    if not IN_BROWSER:
        return
    if wait_ms is None:
        time.sleep = sleeping._plain_sleep
    webloop = sys.modules.get("pyodide.webloop")
    plain_run = getattr(webloop, "_orig_run", None)
    if plain_run is not None:
        asyncio.run = runners.run = plain_run
    sockets.install(mark_socket_file)
    subinterpreters.install()
    absent.install()
    _use_sync_loop()


@contextmanager
def running_on(kind: ClockKind) -> Iterator[None]:
    """Loops made inside run on the given clock; the virtual one needs SyncLoop anywhere."""
    before = use_clock(kind)
    undo = _use_sync_loop() if kind == "virtual" or IN_BROWSER else None
    try:
        yield
    finally:
        use_clock(before)
        if undo is not None:
            undo()


_LOOP_NAMES = ("SelectorEventLoop", "EventLoop")


def _use_sync_loop() -> Callable[[], None]:
    """Makes SyncLoop the loop that every way of asking gives; returns the way back."""
    module: Any = asyncio
    policy_before = getattr(events, "_event_loop_policy", None)
    names_before = {name: getattr(module, name) for name in _LOOP_NAMES if hasattr(module, name)}
    _set_policy(SyncLoopPolicy())
    for name in names_before:
        setattr(module, name, SyncLoop)

    def undo() -> None:
        _set_policy(policy_before)
        for name, value in names_before.items():
            setattr(module, name, value)

    return undo


def _set_policy(policy: Any) -> None:
    # 3.14 deprecates the public name; the private one does the same without a warning.
    set_policy: Any = (
        getattr(events, "_set_event_loop_policy", None) or asyncio.set_event_loop_policy
    )
    set_policy(policy)
