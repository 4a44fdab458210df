"""The life of a child process. A module of its own: its threads may lose their turn in it."""

from __future__ import annotations

import atexit
import io
import os
import pickle
import sys
import threading
import traceback
from multiprocessing import process, spawn
from typing import Any

from kernel import threads
from kernel.detach import detached
from kernel.processes import folder, output, signals, waited
from kernel.processes.files import to_fd
from kernel.processes.port import the_port
from kernel.threads import starting


def run_child() -> None:
    """Called by the worker when the interpreter has become a process. Does not return."""
    threads.enter_main()
    starting.use_process_id(the_port().pid())
    signals.tell_handled()
    files, environment, content, streams = pickle.loads(the_port().takeStart().to_bytes())
    folder.lay_out(files)
    os.environ.clear()
    os.environ.update(environment)
    output.install_in_child(streams)
    with detached():
        code = _live(content)
    waited.end_now(code)


def _live(content: bytes) -> int:
    code = 1
    try:
        code = _bootstrap(io.BytesIO(content))
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:
        traceback.print_exc()
    for last in (threading._shutdown, atexit._run_exitfuncs, _flush):  # type: ignore[attr-defined]
        try:
            last()
        except BaseException:
            traceback.print_exc()
    return code


def _bootstrap(content: io.BytesIO) -> int:
    """What `multiprocessing.spawn` does in a new interpreter."""
    sentinel = to_fd(the_port().watch(os.getppid()))
    current: Any = process.current_process()
    current._inheriting = True
    sys.argv = ["-c", "--multiprocessing-fork"]
    try:
        spawn.prepare(pickle.load(content))
        child: Any = pickle.load(content)
    finally:
        del current._inheriting
    return child._bootstrap(sentinel)


def _flush() -> None:
    sys.stdout.flush()
    sys.stderr.flush()
