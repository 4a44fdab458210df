"""Processes in a browser: each an interpreter of its own, with pipes, locks and memory in common.

`install` puts what `multiprocessing` needs of the system below the unmodified package.
"""

from kernel.processes.install import install, run_child
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
