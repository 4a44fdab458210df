"""Interleave for learners: decide how threads interleave, and replay it.

    with schedule(seed=7) as run:       # every switch comes from this seed, time is virtual
        ...                             # start threads, join them
    run.trace                           # [(thread, function, line), ...], one for each switch
    run.clock()                         # seconds that have passed

    explore(program, ok, seeds)         # the first seed whose result is not ok, or None
"""

from interleave.schedules import Run, explore, schedule
from kernel.threads import Deadlocked

__all__ = ["Deadlocked", "Run", "explore", "schedule"]
