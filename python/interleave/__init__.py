"""Interleave for learners: decide how threads take turns, and replay it.

Every switch comes from the seed, and time is virtual:

>>> with schedule(seed=7) as run:
...     program()
>>> run.trace    # [(thread, function, line), ...], one for each switch
>>> run.clock()  # seconds that have passed
>>> explore(program, ok, seeds)  # the first seed whose result is not ok, or None
"""

from interleave.schedules import Run, explore, schedule
from kernel.threads import Deadlocked

__all__ = ["Deadlocked", "Run", "explore", "schedule"]
