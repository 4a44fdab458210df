"""`os` as far as it is about processes: who am I, has my child ended, end it."""

from __future__ import annotations

import errno
import os
import pickle
import signal
from collections.abc import Callable
from typing import Any, NoReturn

from kernel import sleeping
from kernel.processes import folder, output
from kernel.processes.port import the_port
from kernel.processes.waiting import attempt_until

__no_switch__ = True

_INIT = 1
_processors = 1


def getpid() -> int:
    """Return the current process id."""
    return the_port().pid()


def getppid() -> int:
    """Return the parent's process id."""
    return the_port().parent(the_port().pid()) or _INIT


def cpu_count() -> int | None:
    """Return the number of logical CPUs in the system."""
    return _processors


def process_cpu_count() -> int | None:
    """Return the number of logical CPUs that the processes of this run can use at once."""
    return max(1, min(_processors, the_port().limit()))


def waitpid(pid: int, options: int, /) -> tuple[int, int]:
    """Wait for completion of a given child process."""
    port = the_port()
    children = {int(text) for text in port.children().split()}
    wanted = children if pid in (-1, 0) else children & {pid}
    if not wanted:
        raise ChildProcessError(errno.ECHILD, os.strerror(errno.ECHILD))
    ended = attempt_until(
        lambda: next((one for one in wanted if port.hasEnded(one)), None),
        lambda: [port.armProcess(one) for one in wanted],
        0 if options & os.WNOHANG else None,
        "the end of a child process",
    )
    if ended is None:
        return 0, 0
    code = port.exitCode(ended)
    _take_over(port.reap(ended).to_bytes())
    output.receive_printed()
    return ended, (code & 0xFF) << 8 if code >= 0 else -code


def _take_over(result: bytes) -> None:
    if result:
        folder.take_over(pickle.loads(result))


def wait() -> tuple[int, int]:
    """Wait for completion of a child process."""
    return waitpid(-1, 0)


def kill(pid: int, sig: int, /) -> None:
    """Kill a process with a signal."""
    port = the_port()
    if pid == port.pid():
        signal.raise_signal(sig)
    elif not port.isKnown(pid):
        raise ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH))
    elif sig != 0 and port.isAlive(pid):
        port.kill(pid, sig)


def _exit(status: int) -> NoReturn:
    """Exit to the system with specified status, without normal exit processing."""
    if getppid() == _INIT:
        raise SystemExit(status)
    end_now(status)


def end_now(status: int) -> NoReturn:
    """The process's end. Its interpreter is taken away while this waits."""
    changes = folder.changed()
    the_port().end(status, pickle.dumps(changes) if changes else b"")
    while True:
        sleeping.pause(sleeping.SLICE_SECONDS)


def use_processors(processors: int) -> None:
    """How many the machine has."""
    global _processors
    _processors = processors


def install(processors: int) -> None:
    """Puts these in the place of `os`'s own."""
    use_processors(processors)
    functions: tuple[Callable[..., Any], ...] = (
        getpid,
        getppid,
        cpu_count,
        process_cpu_count,
        waitpid,
        wait,
        kill,
        _exit,
    )
    for function in functions:
        function.__module__ = "os"
        setattr(os, function.__name__, function)
