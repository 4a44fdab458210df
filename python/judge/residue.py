"""What a test changes in the interpreter and does not put back.

The judge puts it back after each test, so that one learner's test cannot spoil the next. An author
should know of it all the same: elsewhere nobody tidies up behind the code.
"""

from __future__ import annotations

import builtins
import gc
import logging
import os
import signal
import sys
import threading
import tracemalloc
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from judge.record import TestRecord
from judge.report import PlannedTest

#: What is told by its value; everything else is only said to have changed.
_SHOWN = (bool, int, float, str, type(None))
_MAX_NAMES = 5


def look() -> dict[str, object]:
    """The state of the interpreter, each part under the expression that reads it."""
    state: dict[str, object] = {
        "gc.isenabled()": gc.isenabled(),
        "gc.get_threshold()": gc.get_threshold(),
        "gc.get_debug()": gc.get_debug(),
        "gc.callbacks": _identities(gc.callbacks),
        "gc.garbage": len(gc.garbage),
        "gc.get_freeze_count() > 0": gc.get_freeze_count() > 0,
        "sys.gettrace()": _Same(sys.gettrace()),
        "sys.getprofile()": _Same(sys.getprofile()),
        "threading.gettrace()": _Same(threading.gettrace()),
        "threading.getprofile()": _Same(threading.getprofile()),
        "tracemalloc.is_tracing()": tracemalloc.is_tracing(),
        "sys.getrecursionlimit()": sys.getrecursionlimit(),
        "sys.getswitchinterval()": sys.getswitchinterval(),
        "sys.excepthook": _Same(sys.excepthook),
        "sys.unraisablehook": _Same(sys.unraisablehook),
        "sys.displayhook": _Same(sys.displayhook),
        "threading.excepthook": _Same(threading.excepthook),
        "sys.get_asyncgen_hooks()": tuple(map(_Same, sys.get_asyncgen_hooks())),
        "signal.getsignal(signal.SIGINT)": _Same(signal.getsignal(signal.SIGINT)),
        "os.getcwd()": _folder(),
        "os.environ": dict(os.environ),
        "sys.path": list(sys.path),
        "sys.meta_path": _identities(sys.meta_path),
        "the builtins": {name: _Same(value) for name, value in vars(builtins).items()},
        "blocks of shared memory": _named_blocks(),
        "logging.root.manager.disable": logging.root.manager.disable,
    }
    for name, logger in {"": logging.root, **logging.root.manager.loggerDict}.items():
        if isinstance(logger, logging.Logger):
            label = f"logging.getLogger({name!r})" if name else "logging.getLogger()"
            state[f"{label}.handlers"] = _identities(logger.handlers)
            state[f"{label}.level"] = logger.level
    return state


def look_at_filters() -> list[object]:
    """The warnings filters; pytest itself changes them around each test."""
    return list(warnings.filters)


def describe_changes(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """One phrase for each part that differs: `gc.isenabled() is False and was True`."""
    return [
        _describe(label, before.get(label, _FRESH.get(label.rpartition(".")[2])), value)
        for label, value in after.items()
        if value != before.get(label, _FRESH.get(label.rpartition(".")[2]))
    ]


def tell_residue(record: TestRecord, planned: PlannedTest, phrases: list[str]) -> None:
    """Each phrase becomes a warning of the test; only the author's tool asks for them."""
    for phrase in phrases:
        record.add_warning(
            {
                "category": "LeftBehind",
                "message": phrase,
                "file": planned["file"],
                "line": planned["line"] or 1,
            }
        )


class _Same:
    """Equal when it is the very same object: comparing may call a learner's code."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and _is_same(self._value, other._value)

    __hash__ = None  # type: ignore[assignment]


def _is_same(one: object, other: object) -> bool:
    if one is other:
        return True
    # A bound method is made anew each time it is read.
    own, others = getattr(one, "__func__", None), getattr(other, "__func__", None)
    return own is not None and own is others and _self_of(one) is _self_of(other)


def _self_of(method: object) -> object:
    return getattr(method, "__self__", None)


def _identities(values: Sequence[object]) -> tuple[_Same, ...]:
    return tuple(map(_Same, values))


#: Of a logger that the test has made.
_FRESH: dict[str, object] = {"handlers": (), "level": logging.NOTSET}


def _describe(label: str, before: object, after: object) -> str:
    is_path = label == "os.getcwd()"
    if isinstance(before, _SHOWN) and isinstance(after, _SHOWN) and not is_path:
        return f"{label} is {after!r} and was {before!r}"
    if isinstance(before, dict) and isinstance(after, dict):
        names = sorted({name for name in {**before, **after} if _differ(before, after, name)})
        return f"{label} has changed ({', '.join(names[:_MAX_NAMES])})"
    if isinstance(before, frozenset) and isinstance(after, frozenset):
        return f"{label} are left ({', '.join(sorted(after - before)[:_MAX_NAMES])})"
    return f"{label} has changed"


def _folder() -> str | None:
    """None when a test has deleted the folder it is in."""
    try:
        return os.getcwd()
    except OSError:
        return None


def _named_blocks() -> frozenset[str]:
    """Without that module there are no processes here, and no blocks."""
    memory: Any = sys.modules.get("kernel.processes.memory")
    return frozenset() if memory is None else memory.named_blocks()


def _differ(before: dict[str, object], after: dict[str, object], name: str) -> bool:
    return (name in before) != (name in after) or before.get(name) != after.get(name)
