"""Code under test that leaves its tests by pytest's own doors: a skipped test is no passed one."""

from __future__ import annotations

import unittest

import pytest

from judge.frames import read_frames
from judge.layout import Layout

_DOORS = (pytest.skip.Exception, pytest.xfail.Exception, unittest.SkipTest)


def was_left_by_learner(error: BaseException | None, layout: Layout) -> bool:
    """Whether the code under test, and not the test, asked for a skip or an expected failure."""
    if not isinstance(error, _DOORS):
        return False
    frames, _ = read_frames(error, layout)
    return any(frame["origin"] == "learner" for frame in frames)


def explain_evasion(error: BaseException) -> str:
    """What happened, in a sentence."""
    is_expected = isinstance(error, pytest.xfail.Exception)
    what = "said that its own test has to fail" if is_expected else "skipped its own test"
    reason = str(error)
    return f"The code under test {what}{f': {reason}' if reason else ''}."
