"""Running a file as a program of its own, and looking at what it did."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

from kernel import processes


@dataclass(frozen=True)
class ScriptResult:
    """What a program printed, and how it ended."""

    stdout: str
    stderr: str
    #: 0 when all went well; what was given to `sys.exit`; 1 after an exception; minus the signal
    #: for a program that was killed.
    exit_code: int


class ScriptTimeout(TimeoutError):
    """The program took longer than it was given, and was ended.

    `stdout` and `stderr` hold what it had printed by then.
    """

    def __init__(self, path: str, seconds: float, stdout: str, stderr: str) -> None:
        super().__init__(f"{path} was ended: it had not come to its end after {seconds:g} seconds.")
        self.stdout = stdout
        self.stderr = stderr


def run_script(
    path: str | os.PathLike[str], *, stdin: str = "", timeout: float | None = 30.0
) -> ScriptResult:
    """Runs the file at `path` as `python path` would: as `__main__`, in a process of its own.

    The program reads `stdin` and has the files and the current folder of this run. Returns when it
    and everyone who prints for it have ended. Its exceptions are a traceback in `stderr` and exit
    code 1; here nothing is raised for them.

    In the browser the program is one child process of those that the challenge declares
    (`processes` in challenge.toml), and each process that it starts is another.

    Raises FileNotFoundError where there is no such file, ScriptTimeout after `timeout` seconds
    (None: never), and RuntimeError where this run has no child processes, with the reason.
    """
    absolute = os.path.abspath(os.fspath(path))
    if not os.path.isfile(absolute):
        raise FileNotFoundError(f"There is no file {os.fspath(path)!r} to run.")
    if sys.platform == "emscripten":
        out, err, code = processes.run_script(absolute, stdin, timeout)
    else:
        out, err, code = _run_natively(absolute, stdin, timeout)
    if code is None:
        raise ScriptTimeout(os.fspath(path), timeout or 0.0, out, err)
    return ScriptResult(out, err, code)


def _run_natively(path: str, stdin: str, timeout: float | None) -> tuple[str, str, int | None]:
    child = subprocess.Popen(
        [sys.executable, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        out, err = child.communicate(stdin, timeout)
        return out, err, child.returncode
    except subprocess.TimeoutExpired:
        child.kill()
        out, err = child.communicate()
        return out, err, None
