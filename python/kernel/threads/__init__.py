"""Threads in one interpreter: each a suspendable stack, one runs at a time, as under the GIL.

`install` replaces `_thread` below the unmodified standard library. Modules that carry the name
`__no_switch__` never lose their turn in the middle.
"""

from kernel.threads.deadlock import Deadlocked
from kernel.threads.install import (
    active_scheduler,
    alive_threads,
    check,
    end_leftovers,
    enter_main,
    install,
    resume,
    withhold,
)

__all__ = [
    "Deadlocked",
    "active_scheduler",
    "alive_threads",
    "check",
    "end_leftovers",
    "enter_main",
    "install",
    "resume",
    "withhold",
]
