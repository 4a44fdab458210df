"""Processes in a browser: each an interpreter of its own, with pipes, locks and memory in common.

`install` puts what `multiprocessing` needs of the system below the unmodified package.
"""

import importlib

from kernel.processes import withheld
from kernel.processes.install import install, resume
from kernel.processes.leftover import alive_children, end_children
from kernel.processes.output import receive_printed, receive_with
from kernel.processes.port import has_port
from kernel.processes.withheld import ProcessesWithheld
from kernel.processes.withheld import install as withhold

__all__ = [
    "alive_children",
    "end_children",
    "install",
    "receive_printed",
    "receive_with",
    "resume",
    "run_child",
    "run_script",
    "withhold",
]


def run_script(path: str, stdin: str, timeout: float | None) -> tuple[str, str, int | None]:
    """Runs a file as `__main__` in a child: its stdout, stderr and exit code.

    The code is None for a program that was ended after `timeout` seconds. Raises
    ProcessesWithheld where there are no child processes.
    """
    if not has_port():
        raise ProcessesWithheld(f"run_script needs a child process. {withheld.reason_for_none}")
    module = importlib.import_module("kernel.processes.script")
    return module.run_script(path, stdin, timeout)


def run_child() -> None:
    """Is a child process, from its beginning to its end.

    Here, because a thread that runs below a frame of a whole module never loses its turn.
    """
    importlib.import_module("kernel.processes.child").run_child()
