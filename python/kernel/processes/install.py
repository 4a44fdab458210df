"""Puts processes below the unmodified `multiprocessing` and `concurrent.futures`."""

from __future__ import annotations

import importlib
from typing import Any

from kernel.processes import files, memory, semaphores, signals, waited
from kernel.processes.port import has_port, the_port, use_port
from kernel.threads import starting

__no_switch__ = True

#: Imported here so that a child is ready at once.
_WARM = ("pool", "managers", "sharedctypes", "shared_memory", "queues", "synchronize", "heap")


def install(worker: Any, processors: int) -> None:
    """Called once per interpreter that is one of several processes, when it has threads.

    `worker`: what it gives; `processors`: how many the machine has.
    """
    use_port(worker)
    files.install()
    semaphores.install()
    memory.install()
    waited.install(processors)
    signals.install()
    # These import multiprocessing, which takes os.read and os.write as they are then.
    for name in ("connections", "starting", "arenas", "numbers"):
        importlib.import_module(f"kernel.processes.{name}").install()
    for name in _WARM:
        importlib.import_module(f"multiprocessing.{name}")


def resume(processors: int) -> None:
    """Tells the worker what it has to know of this process, if it is one of several."""
    if not has_port():
        return
    files.use_desk()
    waited.use_processors(processors)
    if pid := the_port().pid():
        starting.use_process_id(pid)
        signals.tell_handled()
