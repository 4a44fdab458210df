"""Waiting that a signal can interrupt: `time.sleep` in slices through an injected waiter."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from typing import Any

#: No single wait is longer than this (seconds): between slices the interpreter looks for signals.
SLICE_SECONDS = 0.02

WaitMs = Callable[[float], object]

_monotonic = time.monotonic


def _find_plain_sleep() -> Callable[[float], None]:
    """The C `time.sleep`, also where Pyodide has put its own in front of it."""
    if sys.platform == "emscripten":
        webloop = sys.modules.get("pyodide.webloop")
        plain = getattr(webloop, "_orig_sleep", None)
        if plain is not None:
            return plain
    return time.sleep


_plain_sleep = _find_plain_sleep()
_wait_ms: WaitMs | None = None
_check_interrupt: Callable[[], object] | None = None


def use_waiter(wait_ms: WaitMs | None, check_interrupt: Callable[[], object] | None) -> None:
    """Sets how a slice is waited: `wait_ms` blocks for at most the given milliseconds."""
    global _wait_ms, _check_interrupt
    _wait_ms = wait_ms
    _check_interrupt = check_interrupt


def has_waiter() -> bool:
    return _wait_ms is not None


def pause(seconds: float) -> None:
    """Waits once, for `seconds` or SLICE_SECONDS, whichever is shorter. Looks for no signal."""
    if seconds > 0:
        seconds = min(seconds, SLICE_SECONDS)
        if _wait_ms is None:
            _plain_sleep(seconds)
        else:
            _wait_ms(seconds * 1000)


def wait_slice(seconds: float) -> None:
    """As `pause`; raises KeyboardInterrupt when one is due."""
    pause(seconds)
    if _check_interrupt is not None:
        _check_interrupt()


def sleep(seconds: Any, /) -> None:
    """Delay execution for a given number of seconds. Same errors as CPython's own."""
    delay = to_seconds(seconds)
    sys.audit("time.sleep", seconds)
    deadline = _monotonic() + delay
    while True:
        wait_slice(deadline - _monotonic())
        if deadline <= _monotonic():
            return


# Pickled by name: `executor.submit(time.sleep, 1)` has to find it where it stands.
sleep.__module__ = "time"
sleep.__qualname__ = "sleep"


def to_seconds(seconds: Any) -> float:
    """What `time.sleep` makes of its argument, with its errors."""
    if isinstance(seconds, float):
        delay = seconds
    elif hasattr(type(seconds), "__index__"):
        delay = float(seconds.__index__())
    elif hasattr(type(seconds), "__float__"):
        delay = float(seconds)
    else:
        kind = type(seconds).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as an integer")
    if math.isnan(delay):
        raise ValueError("Invalid value NaN (not a number)")
    if delay < 0:
        raise ValueError("sleep length must be non-negative")
    if delay > 9e9:
        raise OverflowError("timestamp too large to convert to C PyTime_t")
    return delay
