"""Interleave for learners: decide how threads take turns, replay it, and run files as programs.

Every switch comes from the seed, and time is virtual:

>>> with schedule(seed=7) as run:
...     program()
>>> run.trace    # [(thread, function, line), ...], one for each switch
>>> run.clock()  # seconds that have passed
>>> explore(program, ok, seeds())  # the first seed whose result is not ok, or None
>>> explore_all(program, ok, preemptions=2)  # every schedule with at most two preemptions

A file runs as `python file.py` would, in a process of its own:

>>> run_script("solution.py", stdin="Ada\\n")
ScriptResult(stdout='Hello Ada\\n', stderr='', exit_code=0)
"""

from interleave.asked import seeds
from interleave.identity import Schedule
from interleave.schedules import Exploration, Run, explore, explore_all, schedule
from interleave.scripts import ScriptResult, ScriptTimeout, run_script
from kernel.threads import Deadlocked

__all__ = [
    "Deadlocked",
    "Exploration",
    "Run",
    "Schedule",
    "ScriptResult",
    "ScriptTimeout",
    "explore",
    "explore_all",
    "run_script",
    "schedule",
    "seeds",
]
