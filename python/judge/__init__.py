"""Judges one run of one challenge: files and tests in, events and one report out, all JSON.

`run_program` runs one of the files by itself instead.
"""

from judge.program import run_program
from judge.session import rehearse, run
from judge.warmup import prepare

__all__ = ["prepare", "rehearse", "run", "run_program"]
