"""Interleave for learners: decide how threads take turns, and replay it.

Every switch comes from the seed, and time is virtual:

>>> with schedule(seed=7) as run:
...     program()
>>> run.trace    # [(thread, function, line), ...], one for each switch
>>> run.clock()  # seconds that have passed
>>> explore(program, ok, seeds())  # the first seed whose result is not ok, or None
>>> explore_all(program, ok, preemptions=2)  # every schedule with at most two preemptions
"""

from interleave.asked import seeds
from interleave.identity import Schedule
from interleave.schedules import Exploration, Run, explore, explore_all, schedule
from kernel.threads import Deadlocked

__all__ = [
    "Deadlocked",
    "Exploration",
    "Run",
    "Schedule",
    "explore",
    "explore_all",
    "schedule",
    "seeds",
]
