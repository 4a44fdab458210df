"""Processes in a browser: each an interpreter of its own, with pipes, locks and memory in common.

`install` puts what `multiprocessing` needs of the system below the unmodified package.
"""

import importlib

from kernel.processes.install import install
from kernel.processes.leftover import alive_children, end_children
from kernel.processes.output import receive_printed, receive_with
from kernel.processes.withheld import install as withhold

__all__ = [
    "alive_children",
    "end_children",
    "install",
    "receive_printed",
    "receive_with",
    "run_child",
    "withhold",
]


def run_child() -> None:
    """Is a child process, from its beginning to its end.

    Here, because a thread that runs below a frame of a whole module never loses its turn.
    """
    importlib.import_module("kernel.processes.child").run_child()
