"""What a test may have changed in the interpreter, noted before it and put back after it."""

from __future__ import annotations

import builtins
import gc
import logging
import os
import random
import signal
import sys
import threading
import tracemalloc
from collections.abc import Callable
from typing import Any

from kernel.detach import forget_running_loop

_SEED = 0
_HOOKS = (
    (sys, "excepthook"),
    (sys, "unraisablehook"),
    (sys, "displayhook"),
    (sys, "breakpointhook"),
    (threading, "excepthook"),
    (signal, "signal"),
)

_KEPT_SIGNALS = (signal.SIGINT, *([signal.SIGALRM] if hasattr(signal, "SIGALRM") else []))

_signal = signal.signal
_getsignal = signal.getsignal
_seed = random.seed
_setattr = setattr


def seed() -> None:
    """Every test draws the same random numbers, whatever ran before it."""
    _seed(_SEED)


def ignore_interrupts() -> None:
    """The host repeats an interrupt until it is heard: from here on it has been."""
    _signal(signal.SIGINT, signal.SIG_IGN)


class InterpreterState:
    """Everything restorable, as it is now. Warning filters are pytest's own care."""

    def __init__(self, frozen: bool, may_freeze: bool) -> None:
        """`frozen`: objects were moved to the collector's permanent generation before the tests.

        `may_freeze`: a test may change what is frozen. To find out takes a walk along all of it,
        several times the length of a small test.
        """
        self._undo: list[Callable[[], object]] = [
            _keep_builtins(),
            _keep_gc(),
            *([_keep_frozen(frozen)] if may_freeze else []),
            _keep_tracing(),
            _keep_logging(),
            _keep_environment(),
            _keep_imports(),
            _keep_limits(),
            _keep_hooks(),
        ]

    def restore(self) -> None:
        """Puts all of it back; one part that fails does not keep the others from it."""
        for undo in self._undo:
            try:
                undo()
            except Exception as problem:
                logging.getLogger("judge").debug("not restored: %r", problem)
        forget_running_loop()


def keep_builtins() -> Callable[[], object]:
    """Notes the builtins; the returned function puts back what was replaced, removed or added."""
    return _keep_builtins()


def _keep_builtins() -> Callable[[], object]:
    names = builtins.__dict__
    before = dict(names)

    def undo() -> None:
        if names == before:
            return
        for name in [name for name in names if name not in before]:
            del names[name]
        names.update(before)

    # Not the builtins themselves: `names == before` calls none of them.
    return undo


def _keep_gc() -> Callable[[], object]:
    enabled, thresholds, debug = gc.isenabled(), gc.get_threshold(), gc.get_debug()
    callbacks, garbage = list(gc.callbacks), len(gc.garbage)

    def undo() -> None:
        gc.set_debug(debug)
        gc.set_threshold(*thresholds)
        gc.callbacks[:] = callbacks
        del gc.garbage[garbage:]
        (gc.enable if enabled else gc.disable)()

    return undo


def _keep_frozen(frozen: bool) -> Callable[[], object]:
    count = gc.get_freeze_count()

    def undo() -> None:
        if gc.get_freeze_count() > count or (gc.get_freeze_count() and not frozen):
            gc.unfreeze()
        if frozen and gc.get_freeze_count() == 0:
            gc.freeze()

    return undo


def _keep_tracing() -> Callable[[], object]:
    trace, profile = sys.gettrace(), sys.getprofile()
    thread_trace, thread_profile = threading.gettrace(), threading.getprofile()
    tracing, limit = tracemalloc.is_tracing(), tracemalloc.get_traceback_limit()

    def undo() -> None:
        if sys.gettrace() is not trace:
            sys.settrace(trace)
        if sys.getprofile() is not profile:
            sys.setprofile(profile)
        threading.settrace(thread_trace)  # type: ignore[arg-type]
        threading.setprofile(thread_profile)
        if tracemalloc.is_tracing() and not tracing:
            tracemalloc.stop()
        elif tracing and not tracemalloc.is_tracing():
            tracemalloc.start(limit)

    return undo


def _keep_logging() -> Callable[[], object]:
    manager = logging.root.manager
    before = {name: _logger_state(logger) for name, logger in _loggers().items()}
    disabled, last_resort, raising = manager.disable, logging.lastResort, logging.raiseExceptions
    logger_class = logging.getLoggerClass()

    def undo() -> None:
        for name, logger in _loggers().items():
            _set_logger_state(logger, before.get(name, _FRESH_LOGGER))
        logging.disable(disabled)
        logging.lastResort = last_resort
        logging.raiseExceptions = raising
        logging.setLoggerClass(logger_class)

    return undo


_LoggerState = tuple[list[logging.Handler], list[Any], int, bool, bool]
_FRESH_LOGGER: _LoggerState = ([], [], logging.NOTSET, True, False)


def _loggers() -> dict[str, logging.Logger]:
    named = logging.root.manager.loggerDict
    found = {name: logger for name, logger in named.items() if isinstance(logger, logging.Logger)}
    return {"": logging.root, **found}


def _logger_state(logger: logging.Logger) -> _LoggerState:
    return (
        list(logger.handlers),
        list(logger.filters),
        logger.level,
        logger.propagate,
        logger.disabled,
    )


def _set_logger_state(logger: logging.Logger, state: _LoggerState) -> None:
    handlers, filters, level, propagate, disabled = state
    logger.handlers[:] = handlers
    logger.filters[:] = filters
    logger.propagate, logger.disabled = propagate, disabled
    if logger.level != level:
        logger.setLevel(level)


def _keep_environment() -> Callable[[], object]:
    before = dict(os.environ)

    def undo() -> None:
        if dict(os.environ) != before:
            os.environ.clear()
            os.environ.update(before)

    return undo


def _keep_imports() -> Callable[[], object]:
    lists = (sys.path, sys.meta_path, sys.path_hooks)
    before = [list(entries) for entries in lists]

    def undo() -> None:
        for entries, saved in zip((sys.path, sys.meta_path, sys.path_hooks), before, strict=True):
            entries[:] = saved  # type: ignore[index]

    return undo


def _keep_limits() -> Callable[[], object]:
    recursion, interval = sys.getrecursionlimit(), sys.getswitchinterval()
    digits, origins = sys.get_int_max_str_digits(), sys.get_coroutine_origin_tracking_depth()
    hooks = sys.get_asyncgen_hooks()

    def undo() -> None:
        sys.setrecursionlimit(recursion)
        sys.setswitchinterval(interval)
        sys.set_int_max_str_digits(digits)
        sys.set_coroutine_origin_tracking_depth(origins)
        sys.set_asyncgen_hooks(*hooks)

    return undo


def _keep_hooks() -> Callable[[], object]:
    before = [(owner, name, getattr(owner, name)) for owner, name in _HOOKS]
    handlers = [(number, _getsignal(number)) for number in _KEPT_SIGNALS]

    def undo() -> None:
        for owner, name, value in before:
            _setattr(owner, name, value)
        for number, handler in handlers:
            if _getsignal(number) is not handler:
                _signal(number, handler)

    return undo
