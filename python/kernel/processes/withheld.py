"""Where there are no processes, whoever starts one is told why, and what to do."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, NoReturn

_UNDECLARED = (
    'This challenge declares no child processes. Its author adds needs = ["processes"] and '
    "processes = 2 (the most that run at once) to challenge.toml."
)
_POPEN_MODULES = ("popen_fork", "popen_spawn_posix", "popen_forkserver")


#: Why there are none; empty where there are some.
reason_for_none = ""


class ProcessesWithheld(RuntimeError):
    """Something needs child processes, and this run has none."""


def install(reason: str) -> None:
    """`reason`: what the browser lacks; empty where the run only did not ask."""
    message = f"Child processes are not available: {reason}." if reason else _UNDECLARED

    def refuse(*args: Any, **kwargs: Any) -> NoReturn:
        raise ProcessesWithheld(message)

    global reason_for_none
    reason_for_none = message
    synchronize: Any = ModuleType("_multiprocessing")
    synchronize.SemLock = type(
        "SemLock", (), {"SEM_VALUE_MAX": 2**31 - 1, "__new__": refuse, "_rebuild": refuse}
    )
    synchronize.sem_unlink = refuse
    synchronize.flags = {}
    sys.modules["_multiprocessing"] = synchronize
    memory: Any = ModuleType("_posixshmem")
    memory.shm_open = memory.shm_unlink = refuse
    sys.modules["_posixshmem"] = memory
    for name in _POPEN_MODULES:
        module: Any = ModuleType(f"multiprocessing.{name}")
        module.Popen = refuse
        sys.modules[module.__name__] = module
