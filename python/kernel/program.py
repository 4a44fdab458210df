"""Runs a file as `__main__`, to the end that it would have as a process of its own.

A module without `__no_switch__`: the program's threads take turns above its frames.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
import traceback
from types import ModuleType, TracebackType
from typing import Any


def run_as_main(path: str, keep_error: list[BaseException] | None = None) -> int:
    """Runs the file at `path` as `python path` would, and returns the exit code, 0 to 255.

    What the program raises goes to its standard error as a traceback; into `keep_error` as well,
    where that is given. KeyboardInterrupt is told in the same way and gives 130.
    """
    path = os.path.abspath(path)
    main: Any = ModuleType("__main__")
    main.__file__ = path
    main.__builtins__ = sys.modules["builtins"]
    sys.modules["__main__"] = main
    sys.argv = [path]
    folder = os.path.dirname(path)
    if sys.path[:1] != [folder]:
        sys.path.insert(0, folder)
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec")
        exec(code, main.__dict__)
    except BaseException as error:
        if keep_error is not None and not isinstance(error, SystemExit):
            keep_error.append(error)
        return _end_with(error, path)
    return 0


def finish() -> None:
    """What an interpreter does at its end: waits for threads, calls exit functions, flushes."""
    for last in (threading._shutdown, atexit._run_exitfuncs, _flush):  # type: ignore[attr-defined]
        try:
            last()
        except KeyboardInterrupt:
            raise
        except BaseException:
            traceback.print_exc()


def _end_with(error: BaseException, path: str) -> int:
    if isinstance(error, SystemExit):
        return _exit_code(error.code)
    error.__traceback__ = _from_program(error.__traceback__, path)
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except BaseException:
        traceback.print_exc()
    return 130 if isinstance(error, KeyboardInterrupt) else 1


def _exit_code(code: object) -> int:
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def _from_program(trace: TracebackType | None, path: str) -> TracebackType | None:
    """The traceback without the frames that led to the program's first line."""
    while trace is not None and trace.tb_frame.f_code.co_filename != path:
        trace = trace.tb_next
    return trace


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
