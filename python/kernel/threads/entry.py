"""What runs at the bottom of every thread. A module of its own: this one may lose its turn."""

from __future__ import annotations

import sys
from asyncio import events
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from kernel.threads.record import GreenThread
from kernel.threads.scheduler import Scheduler

Work = tuple[Callable[..., object], tuple[Any, ...], dict[str, Any]]


def make_entry(scheduler: Scheduler, thread: GreenThread, work: Work) -> Callable[[], None]:
    """The function that a new stack runs."""
    # In a list, so that the arguments die with the thread and not with its stack.
    box = [work]

    def run() -> None:
        scheduler.begin(thread)
        try:
            events._set_running_loop(None)
            scheduler.deliver()
            _call(*box.pop())
        except SystemExit:
            pass
        finally:
            box.clear()
            scheduler.end(thread)

    return run


def _call(function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    try:
        function(*args, **kwargs)
    except SystemExit:
        raise
    except BaseException as error:
        trace = error.__traceback__
        error.__traceback__ = trace.tb_next if trace is not None else None
        hook: Any = sys.unraisablehook
        hook(
            SimpleNamespace(
                exc_type=type(error),
                exc_value=error,
                exc_traceback=error.__traceback__,
                err_msg=f"Exception ignored in thread started by {function!r}",
                object=None,
            )
        )
