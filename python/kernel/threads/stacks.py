"""Suspendable stacks, as the scheduler sees them, and those that the browser gives."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from typing import Any, Protocol

__no_switch__ = True


class Stacks(Protocol):
    """Exactly one stack runs; the others are suspended or have not begun."""

    def start(self, ident: int, entry: Callable[[], object]) -> None:
        """Makes a stack that begins to run `entry` when it first gets its turn."""
        ...

    def hand_over(self, from_ident: int, to_ident: int) -> None:
        """Suspends the running stack `from_ident`; returns when it gets its turn again."""
        ...

    def finish(self, to_ident: int) -> None:
        """The last act of the running stack: `to_ident` goes on as soon as it has ended."""
        ...

    def enter(self) -> None:
        """The first act of every stack."""
        ...

    def take_interrupt(self) -> bool:
        """True once for each time the program was asked to stop."""
        ...

    def defer_switch(self) -> None:
        """Asks for another preemption soon."""
        ...

    def set_preemptive(self, is_preemptive: bool) -> None: ...

    def listen(self) -> None:
        """Suspends the running stack until whoever called Python has heard its messages."""
        ...

    def set_interval(self, seconds: float) -> None:
        """How long a thread's turn may take."""
        ...

    def resume(self) -> None:
        """Called once, when whoever gives the stacks may have changed."""
        ...


class BrowserStacks:
    """Promising calls into Python, over the port that the worker injects."""

    def __init__(self, port: Any) -> None:
        self._port = port
        self._run_sync = importlib.import_module("pyodide.ffi").run_sync
        self._hand_over = port.handOver
        self._ensure_future = asyncio.ensure_future
        self.take_interrupt = port.takeInterrupt
        self.start = port.start
        self.finish = port.finish
        self.enter = port.protect
        self.defer_switch = port.defer
        self.set_preemptive = port.setActive
        self.resume()

    def hand_over(self, from_ident: int, to_ident: int) -> None:
        self._hand_over(from_ident, to_ident)
        # run_sync makes a task of Pyodide's own loop of what it is given; that costs ten times as
        # much as the switch and dies when it is preempted. A bare promise needs none. Reading the
        # attribute gives one: a promise that a call returns would come wrapped in a future.
        asyncio.ensure_future = self._no_future
        self._run_sync(self._port.turn)

    def listen(self) -> None:
        self._port.listen()
        asyncio.ensure_future = self._no_future
        self._run_sync(self._port.heard)

    def set_interval(self, seconds: float) -> None:
        self._port.setIntervalMs(seconds * 1000)

    def resume(self) -> None:
        self._port.setRouting(True)

    def _no_future(self, promise: Any) -> Any:
        asyncio.ensure_future = self._ensure_future
        return promise
