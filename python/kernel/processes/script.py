"""A file that runs as `__main__` in a child, what it prints going to its starter alone."""

from __future__ import annotations

import io
import os
import sys
import time
from multiprocessing import connection, process
from typing import Any

from kernel.processes import files
from kernel.processes.starting import Popen
from kernel.program import run_as_main

_CHUNK_BYTES = 65_536
#: How long what a killed program has printed may still take to arrive; seconds.
_GRACE = 1.0

_monotonic = time.monotonic

#: stdout, stderr and exit code; None for a program that was ended at its limit.
Result = tuple[str, str, int | None]


class Script:
    """What the child gets instead of a `multiprocessing.Process`."""

    _name = "run_script"

    def __init__(self, path: str, stdin: str) -> None:
        self.path = path
        self.stdin = stdin

    def _bootstrap(self, parent_sentinel: int) -> int:
        """Is the program, in the child. Ending it is the child's business, as for every process."""
        data = io.BytesIO(self.stdin.encode("utf-8", "surrogatepass"))
        sys.stdin = sys.__stdin__ = io.TextIOWrapper(data, encoding="utf-8")  # type: ignore[misc]
        return run_as_main(self.path)


class _ScriptPopen(Popen):
    """Starts a script: its main module is its own file, and not the starter's."""

    def __init__(self, script: Script, streams: dict[int, int]) -> None:
        self.streams = streams
        main: Any = script
        super().__init__(main)

    def _preparation(self, process_obj: Any) -> dict[str, Any]:
        return {
            "name": "MainProcess",
            "log_to_stderr": False,
            "authkey": process.current_process().authkey,
            "sys_path": [*sys.path],
            "sys_argv": [process_obj.path],
            "dir": os.getcwd(),
            "orig_dir": os.getcwd(),
        }


def run_script(path: str, stdin: str, timeout: float | None) -> Result:
    """Runs the file at `path` to its end, or for `timeout` seconds."""
    deadline = None if timeout is None else _monotonic() + timeout
    pipes = {stream: files.pipe() for stream in (1, 2)}
    readers = {pipes[stream][0]: bytearray() for stream in (1, 2)}
    try:
        streams = {stream: write_end for stream, (_, write_end) in pipes.items()}
        child = _ScriptPopen(Script(path, stdin), streams)
    finally:
        for _, write_end in pipes.values():
            os.close(write_end)
    is_over = _drain(readers, deadline)
    if is_over:
        is_over = child.wait(None if deadline is None else deadline - _monotonic()) is not None
    if not is_over:
        child.kill()
        child.wait()
        _drain(readers, _monotonic() + _GRACE)
    for read_end in readers:
        os.close(read_end)
    out, err = (content.decode("utf-8", "replace") for content in readers.values())
    return out, err, child.returncode if is_over else None


def _drain(readers: dict[int, bytearray], deadline: float | None) -> bool:
    """Reads until nobody can write any more; False when time ran out first."""
    waiting = list(readers)
    while waiting:
        left = None if deadline is None else deadline - _monotonic()
        if left is not None and left <= 0:
            return False
        ready: list[Any] = connection.wait(waiting, left)
        for read_end in ready:
            data = os.read(read_end, _CHUNK_BYTES)
            readers[read_end] += data
            if not data:
                waiting.remove(read_end)
    return True
