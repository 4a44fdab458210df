"""Stand-ins for the modules below `concurrent.interpreters`: they import, and refuse when used.

One WebAssembly interpreter cannot hold a second one; without the modules `import anyio` and
`concurrent.futures.InterpreterPoolExecutor` would already fail at import.
"""

from __future__ import annotations

import importlib.util
import sys
from concurrent import futures
from types import ModuleType
from typing import Any, NoReturn

_REFUSAL = (
    "Subinterpreters are not available in the browser. Use threads, or multiprocessing for code "
    "that is to run in parallel."
)


class InterpreterError(Exception):
    """A cross-interpreter operation failed"""


class InterpreterNotFoundError(InterpreterError):
    """An interpreter was not found"""


class NotShareableError(TypeError):
    """An object cannot be sent to another interpreter"""


class QueueError(RuntimeError):
    """Indicates that a queue-related error happened."""


class QueueNotFoundError(QueueError):
    """An interpreter queue was not found"""


_WHENCE = ("UNKNOWN", "RUNTIME", "LEGACY_CAPI", "CAPI", "XI", "STDLIB")
_REFUSED = (
    "call",
    "create",
    "decref",
    "destroy",
    "exec",
    "incref",
    "new_config",
    "run_func",
    "run_string",
    "set___main___attrs",
)
_REFUSED_QUEUES = ("bind", "create", "destroy", "get", "get_count", "get_maxsize", "is_full", "put")
_SHAREABLE = (type(None), bool, int, float, str, bytes)


def install() -> None:
    """Puts the stand-ins where the interpreter was built without the modules."""
    if "_interpreters" in sys.modules or importlib.util.find_spec("_interpreters") is not None:
        return
    interpreters: Any = ModuleType("_interpreters", __doc__)
    for number, name in enumerate(_WHENCE):
        setattr(interpreters, f"WHENCE_{name}", number)
    for kind in (InterpreterError, InterpreterNotFoundError, NotShareableError):
        setattr(interpreters, kind.__name__, kind)
    for name in _REFUSED:
        setattr(interpreters, name, _refuse)
    main = (0, interpreters.WHENCE_RUNTIME)
    interpreters.get_current = interpreters.get_main = lambda: main
    interpreters.list_all = lambda *, require_ready=False: [main]
    interpreters.is_running = lambda id, *, restrict=False: True
    interpreters.whence = lambda id: interpreters.WHENCE_RUNTIME
    interpreters.is_shareable = is_shareable

    queues: Any = ModuleType("_interpqueues", __doc__)
    queues.QueueError, queues.QueueNotFoundError = QueueError, QueueNotFoundError
    for name in _REFUSED_QUEUES:
        setattr(queues, name, _refuse)
    queues.list_all = list
    queues.release = queues._register_heap_types = lambda *arguments: None
    sys.modules["_interpreters"] = interpreters
    sys.modules["_interpqueues"] = queues
    # It looked for the modules before they were there.
    known: Any = futures
    known._interpreters = interpreters
    if "InterpreterPoolExecutor" not in known.__all__:
        known.__all__.append("InterpreterPoolExecutor")


def is_shareable(obj: Any, /) -> bool:
    if type(obj) is tuple:
        return all(map(is_shareable, obj))
    return type(obj) in _SHAREABLE


def _refuse(*arguments: Any, **options: Any) -> NoReturn:
    raise InterpreterError(_REFUSAL)


for _kind in (InterpreterError, InterpreterNotFoundError, NotShareableError):
    _kind.__module__ = "concurrent.interpreters"
