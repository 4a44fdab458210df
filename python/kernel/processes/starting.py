"""Starting processes: `Popen` for `multiprocessing`, and the one start method there is."""

from __future__ import annotations

import io
import multiprocessing
import multiprocessing.context
import os
import pickle
import sys
from multiprocessing import popen_fork, reduction, resource_tracker, spawn, util
from typing import Any, NoReturn

from kernel.processes import folder, output
from kernel.processes.files import FIRST, is_shared, to_fd
from kernel.processes.port import the_port

__no_switch__ = True

_has_told = False

context: Any = multiprocessing.context


class _DupFd:
    """A file descriptor that the child has open from its beginning."""

    def __init__(self, fd: int) -> None:
        self.fd = fd

    def detach(self) -> int:
        return self.fd


class Popen(popen_fork.Popen):
    """One child process: an interpreter that the frame has ready."""

    method = "spawn"
    DupFd = _DupFd
    pid: int
    sentinel: int
    finalizer: Any
    #: Where the child prints, by stream; where this process does, unless told.
    streams: dict[int, int] | None = None

    def duplicate_for_child(self, fd: int) -> int:
        """The descriptor that the child will have for the same file."""
        if not is_shared(fd):
            raise OSError(f"File descriptor {fd} cannot be given to another process here.")
        return to_fd(the_port().giveTo(self.pid, fd - FIRST))

    def _preparation(self, process_obj: Any) -> dict[str, Any]:
        """What the child does before it is given its work."""
        return spawn.get_preparation_data(process_obj._name)

    def _launch(self, process_obj: Any) -> None:
        preparation = self._preparation(process_obj)
        port = the_port()
        self.pid = port.createProcess()
        content = io.BytesIO()
        context.set_spawning_popen(self)
        try:
            reduction.dump(preparation, content)
            reduction.dump(process_obj, content)
            streams = self.streams or output.own_streams()
            given = {stream: self.duplicate_for_child(fd) for stream, fd in streams.items()}
        except BaseException:
            port.discardProcess(self.pid)
            raise
        finally:
            context.set_spawning_popen(None)
        _tell_when_full()
        start = (folder.collect(), dict(os.environ), content.getvalue(), given)
        port.launch(self.pid, pickle.dumps(start))
        self.sentinel = to_fd(port.watch(self.pid))
        self.finalizer = util.Finalize(self, os.close, (self.sentinel,))


def _tell_when_full() -> None:
    """Says once that a process waits for an interpreter, because it looks like a hang."""
    global _has_told
    limit = the_port().limit()
    # The new one is counted already.
    if _has_told or the_port().alive() <= limit:
        return
    _has_told = True
    print(
        f"This run has {limit} interpreter{'s' if limit != 1 else ''} for child processes, and all "
        "are in use: a further process starts when one of them has ended.",
        file=sys.stderr,
    )


class _Refused(context.BaseContext):
    """A start method that a browser does not have."""

    def __init__(self, method: str) -> None:
        self._name = method

    def _check_available(self) -> NoReturn:
        raise ValueError(
            f"The start method {self._name!r} does not exist here: a browser cannot fork an "
            "interpreter. Use 'spawn', the only start method there is."
        )


def install() -> None:
    """`multiprocessing` starts processes this way and no other."""
    names: Any = context
    only = context.SpawnContext()
    for kind in (context.SpawnProcess, names.ForkProcess, names.ForkServerProcess):
        kind._Popen = staticmethod(Popen)
    names._concrete_contexts.clear()
    names._concrete_contexts.update(
        spawn=only, fork=_Refused("fork"), forkserver=_Refused("forkserver")
    )
    names._default_context._default_context = only
    names._default_context._actual_context = None
    # The package took the context's methods as its own functions when it was imported.
    package: Any = multiprocessing
    for owner in (package, names._default_context):
        owner.get_all_start_methods = lambda: ["spawn"]
    _forget_tracker()


def _forget_tracker() -> None:
    """No process keeps the books: a run's memory goes away as a whole. Names are still checked."""
    tracker: Any = resource_tracker
    for name in ("ensure_running", "getfd"):
        setattr(tracker, name, _nothing)
    for name in ("ensure_running", "getfd", "_ensure_running_and_write"):
        setattr(tracker._resource_tracker, name, _nothing)


def _nothing(*args: object) -> int:
    return -1
