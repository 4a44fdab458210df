"""What only an operating system has: whoever asks for it is told what there is instead."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Callable
from typing import Any, NoReturn

_FORK = (
    "os.fork does not exist here: a browser cannot copy a running interpreter. Use "
    "multiprocessing.Process, which starts a fresh one (start method 'spawn')."
)


def _no_program(name: str) -> OSError:
    return OSError(
        errno.ENOTSUP,
        f"{name} cannot be started: a browser has no other programs, and so no subprocess, "
        "os.system or os.exec. To run a Python file use interleave.run_script(path); to run a "
        "function beside this one, multiprocessing.Process",
    )


def _name_of(args: Any) -> str:
    first = args if isinstance(args, str | bytes | os.PathLike) else next(iter(args or ()), "")
    return repr(os.fsdecode(first)) if isinstance(first, str | bytes | os.PathLike) else repr(first)


def _open_process(self: Any, args: Any = (), *more: Any, **options: Any) -> NoReturn:
    # `__del__` asks for these, of a Popen that never was as well.
    self._child_created = False
    self.returncode = None
    raise _no_program(_name_of(args))


def system(command: Any) -> NoReturn:
    """Execute the command in a subshell: there is none."""
    raise _no_program(_name_of(command))


def execv(path: Any, argv: Any, /) -> NoReturn:
    """Execute an executable path with arguments, replacing current process: there is none."""
    raise _no_program(_name_of(path))


def execve(path: Any, argv: Any, env: Any) -> NoReturn:
    """Execute an executable path with arguments, replacing current process: there is none."""
    raise _no_program(_name_of(path))


def fork() -> NoReturn:
    """Fork a child process: a browser cannot."""
    raise OSError(errno.ENOTSUP, _FORK)


def install() -> None:
    """Called once per interpreter, in the browser."""
    functions: tuple[Callable[..., Any], ...] = (system, execv, execve, fork)
    for function in functions:
        if hasattr(os, function.__name__):
            function.__module__ = "os"
            setattr(os, function.__name__, function)
    popen: Any = subprocess.Popen
    popen.__init__ = _open_process
