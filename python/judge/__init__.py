"""Judges one run of one challenge: files and tests in, events and one report out, all JSON."""

from judge.session import run
from judge.warmup import prepare

__all__ = ["prepare", "run"]
