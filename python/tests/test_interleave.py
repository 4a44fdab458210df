"""The learner's schedules where there are none."""

from __future__ import annotations

import pytest

from interleave import Schedule, explore, schedule, seeds
from interleave.asked import Asked, asking, in_test, only_asked


def test_native_python_is_told_apart() -> None:
    with pytest.raises(RuntimeError, match="exist in the browser"), schedule(seed=1):
        pass
    with pytest.raises(RuntimeError, match="exist in the browser"):
        explore(lambda: 1, bool, [1])


def test_seeds_are_those_asked_for() -> None:
    assert seeds() == tuple(range(20))
    with asking(Asked((4, 5, 6), replay=5)):
        assert seeds() == (4, 5, 6)
        with in_test():
            assert seeds() == (5,)
            assert list(only_asked(range(10))) == [5]
            # A test that never tried the seed is not the one that is being replayed.
            assert list(only_asked([7, 8])) == [7, 8]
    assert seeds() == tuple(range(20))


def test_a_replayed_plan_leaves_the_seeds_alone() -> None:
    with asking(Asked((4, 5), replay=Schedule("3:1"))), in_test():
        assert seeds() == (4, 5)
        assert list(only_asked([1, 2])) == [1, 2]
